import {
  dialogApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { describeObject } from './describeObject';
import { hasLiveObject } from './hasLiveObject';
import { ObjectDrawer } from './ObjectDrawer';
import styles from './ObjectDrawer.module.css';

/**
 * What {@link ObjectButton} opens.
 *
 * @public
 */
export interface ObjectButtonProps {
  /** Id of the item whose chain it is of. */
  item: string;
  /** The item's own or one of its chain. */
  object: ObjectRef;
  /** What people call it, where its name is an id. */
  calledName?: string;
}

/**
 * The name of an object; opens it as it is now, where it can be read.
 *
 * @public
 */
export function ObjectButton(props: ObjectButtonProps) {
  const { item, object, calledName = object.name } = props;
  const dialogs = useApi(dialogApiRef);
  const { t } = useTranslationRef(fleetTranslationRef);
  const name = describeObject({ ...object, name: calledName });

  if (!hasLiveObject(object)) {
    return (
      <code className={styles.name} title={describeObject(object)}>
        {name}
      </code>
    );
  }
  return (
    <Button
      size="small"
      variant="tertiary"
      className={styles.button}
      aria-label={t('finding.showObject', { object: name })}
      onPress={() => {
        dialogs.open(({ dialog }) => (
          <ObjectDrawer item={item} object={object} onClose={dialog.close} />
        ));
      }}
    >
      {name}
    </Button>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Dialog,
  DialogBody,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { useErrorWords } from '../../errors/useErrorWords';
import { fleetTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import { LoadingState } from '../States';
import { describeObject } from './describeObject';
import styles from './ObjectDrawer.module.css';
import { useLiveObject } from './useLiveObject';

/**
 * What {@link ObjectDrawer} shows.
 *
 * @public
 */
export interface ObjectDrawerProps {
  /** Id of the item whose chain it is of. */
  item: string;
  /** The item's own or one of its chain. */
  object: ObjectRef;
  /** The reader has seen enough. */
  onClose: () => void;
}

/**
 * One object as it is in its cluster now, without secrets.
 *
 * @public
 */
export function ObjectDrawer(props: ObjectDrawerProps) {
  const { item, object, onClose } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const wordsOf = useErrorWords();
  const { yaml, fetchedAt, error } = useLiveObject(item, object);
  const name = describeObject(object);

  return (
    <Dialog
      isOpen
      className={styles.drawer}
      width="min(48rem, 100vw)"
      onOpenChange={isOpen => {
        if (!isOpen) {
          onClose();
        }
      }}
    >
      <DialogHeader>{name}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="2">
          <Text color="secondary">
            {t('object.where', { scope: object.scope })}
            {fetchedAt && (
              <>
                {' · '}
                {t('object.read', { time: <RelativeTime time={fetchedAt} /> })}
              </>
            )}
          </Text>
          {error && (
            <Alert
              status="danger"
              icon
              title={t('object.failed', { object: name })}
              description={wordsOf(error)}
            />
          )}
          {!yaml && !error && <LoadingState />}
          {yaml && (
            <>
              <pre className={styles.yaml}>
                <code>{yaml}</code>
              </pre>
              <Text variant="body-small" color="secondary">
                {t('object.redacted')}
              </Text>
            </>
          )}
        </Flex>
      </DialogBody>
    </Dialog>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { fleetTranslationRef } from '../../translation';
import styles from './FleetTable.module.css';

/**
 * What {@link NewRows} announces.
 *
 * @public
 */
export interface NewRowsProps {
  /** How many there are that are not shown yet. */
  count: number;
  /** Shows them. */
  onShow: () => void;
}

/**
 * Says how many rows are new, and shows them when asked to. It stays where it
 * is, so that nothing jumps and it is read out.
 *
 * @public
 */
export function NewRows(props: NewRowsProps) {
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <div role="status" className={styles.news}>
      {props.count > 0 && (
        <>
          <span>{t('table.new', { count: props.count })}</span>
          <Button size="small" variant="secondary" onPress={props.onShow}>
            {t('table.show')}
          </Button>
        </>
      )}
    </div>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { fleetTranslationRef } from '../../translation';
import styles from './FleetTable.module.css';

/** Says how many rows are new, and shows them when asked to. */
export function NewRows(props: { count: number; onShow: () => void }) {
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

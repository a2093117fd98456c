import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { Remedy, ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { Section } from '@slipway/backstage-plugin-fleet-react';
import { useClusterPermissions } from '../../hooks/useClusterPermissions';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';
import { ClusterRemedies } from './ClusterRemedies';

/** The forms that change a cluster whatever is the matter, for those who may. */
export function ClusterActions(props: {
  item: ServedItem<ClusterDetails>;
  remedies: Remedy[];
}) {
  const { item, remedies } = props;
  const { kind, phase, watchOnly } = item.details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { mayUpdate, mayDelete } = useClusterPermissions();
  const isBusy = phase?.endsWith('_IN_PROGRESS');
  const note = watchOnly ? 'watchOnly' : isBusy && 'busy';

  if (kind !== 'magnum' || !(mayUpdate || mayDelete)) {
    return null;
  }
  if (remedies.length === 0 && !note) {
    return null;
  }
  return (
    <Section title={t('actions.title')}>
      {note && <span className={styles.quiet}>{t(`actions.${note}`)}</span>}
      <ClusterRemedies item={item.id} remedies={remedies} />
    </Section>
  );
}

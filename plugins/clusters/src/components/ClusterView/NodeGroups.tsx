import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';
import { NodeGroup } from './NodeGroup';

/** The groups of nodes of a cluster of Magnum, the control plane first. */
export function NodeGroups(props: { item: ServedItem<ClusterDetails> }) {
  const { item } = props;
  const { kind, nodeGroups } = item.details;
  const { t } = useTranslationRef(clustersTranslationRef);

  if (kind !== 'magnum') {
    return null;
  }
  return (
    <Section title={t('groups.title')}>
      {nodeGroups.length === 0 ? (
        <span className={styles.quiet}>{t('groups.none')}</span>
      ) : (
        <ul className={styles.groups}>
          {nodeGroups.map(group => (
            <NodeGroup key={group.uuid} item={item} group={group} />
          ))}
        </ul>
      )}
    </Section>
  );
}

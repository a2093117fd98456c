import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { Meter, Section } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';
import styles from './ClusterView.module.css';

/** How many clusters the project has of those that it may have. */
export function ClusterQuota(props: { details: ClusterDetails }) {
  const { quota } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);

  if (quota?.clusters === undefined) {
    return null;
  }
  const { clusters, limit, nodes } = quota;
  const words =
    limit === undefined
      ? t('quota.unlimited', { count: clusters })
      : t('quota.clusters', { used: String(clusters), limit: String(limit) });
  return (
    <Section title={t('quota.title')}>
      <div className={styles.line}>
        <span>{words}</span>
        {nodes !== undefined && (
          <span className={styles.quiet}>
            {t('quota.nodes', { count: nodes })}
          </span>
        )}
      </div>
      {limit !== undefined && (
        <Meter
          label={words}
          value={clusters}
          max={limit}
          isOver={clusters >= limit}
        />
      )}
    </Section>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { findCause } from '../causes/findCause';
import { clustersTranslationRef } from '../translation';

/** Says what an incident hits: `2 clusters, 5 nodes`. */
export function useImpact(): (incident: ServedIncident) => string {
  const { t } = useTranslationRef(clustersTranslationRef);

  return ({ cause, memberCount, impactTotal, services }) => {
    const unit = findCause(cause)?.impact;
    return [
      t('impact.clusters', { count: memberCount }),
      // What is hit of a cluster, where that is not the cluster itself.
      ...(unit && unit !== 'clusters' ? [`${impactTotal} ${unit}`] : []),
      ...(services.length > 0
        ? [t('impact.services', { count: services.length })]
        : []),
    ].join(', ');
  };
}

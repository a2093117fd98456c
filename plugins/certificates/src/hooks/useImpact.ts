import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { certificatesTranslationRef } from '../translation';

/** Says what an incident hits: `7 certificates, 11 names, 2 clusters`. */
export function useImpact(): (incident: ServedIncident) => string {
  const { t } = useTranslationRef(certificatesTranslationRef);

  return ({ memberCount, impactTotal, clusters, services }) =>
    [
      t('impact.certificates', { count: memberCount }),
      t('impact.names', { count: impactTotal }),
      ...(services.length > 0
        ? [t('impact.services', { count: services.length })]
        : []),
      ...(clusters.length > 1
        ? [t('impact.clusters', { count: clusters.length })]
        : []),
    ].join(', ');
}

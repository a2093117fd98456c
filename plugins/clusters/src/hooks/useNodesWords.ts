import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { countNodes } from '../reading/countNodes';
import { clustersTranslationRef } from '../translation';

/** Says what a cluster consists of: `3 control-plane nodes and 5 worker nodes`. */
export function useNodesWords(): (details: ClusterDetails) => string {
  const { t } = useTranslationRef(clustersTranslationRef);

  return details => {
    const counts = countNodes(details);
    const masters =
      counts.masters === undefined
        ? undefined
        : t('nodes.masters', { count: counts.masters });
    const workers = t('nodes.workers', { count: counts.workers ?? 0 });
    return masters ? t('nodes.both', { masters, workers }) : workers;
  };
}

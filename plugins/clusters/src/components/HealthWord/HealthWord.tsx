import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';

const KNOWN = ['HEALTHY', 'UNHEALTHY', 'UNKNOWN'] as const;

/** @internal */
export interface HealthWordProps {
  details: Pick<ClusterDetails, 'health' | 'kind' | 'phase' | 'reachable'>;
}

/** What Magnum or the fleet says of the health of a cluster. */
export function HealthWord(props: HealthWordProps) {
  const { health, kind, phase, reachable } = props.details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const known = KNOWN.find(word => word === health);

  if (health !== undefined) {
    return <>{known ? t(`health.${known}`) : health}</>;
  }
  if (reachable !== undefined) {
    return <>{t(reachable ? 'health.answers' : 'health.silent')}</>;
  }
  const isThere = phase?.endsWith('_COMPLETE') ?? kind === 'registered';
  return isThere ? <>{t('health.nobody')}</> : null;
}

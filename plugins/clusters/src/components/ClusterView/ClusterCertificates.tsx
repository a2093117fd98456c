import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { StatusCounts, STATUSES } from '@slipway/backstage-plugin-fleet-common';
import {
  fleetTranslationRef,
  useFleetItems,
} from '@slipway/backstage-plugin-fleet-react';
import { certificatesRouteRef } from '../../routes';
import { clustersTranslationRef } from '../../translation';

/** How the certificates on a cluster are; leads to them. */
export function ClusterCertificates(props: { cluster: string }) {
  const { cluster } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: tFleet } = useTranslationRef(fleetTranslationRef);
  const href = useRouteRef(certificatesRouteRef)?.();
  const { counts } = useFleetItems(
    { domain: 'certificates', cluster },
    { pageSize: 1 },
  );

  function describe(known: StatusCounts) {
    const total = STATUSES.reduce((sum, status) => sum + known[status], 0);
    const unwell = STATUSES.filter(
      status => status !== 'healthy' && known[status] > 0,
    );
    if (total === 0) {
      return t('certificates.none');
    }
    return unwell.length === 0
      ? t('certificates.all', { total: String(total) })
      : t('certificates.unwell', {
          words: unwell
            .map(status => `${known[status]} ${tFleet(`status.${status}`)}`)
            .join(', '),
          total: String(total),
        });
  }

  if (!counts) {
    return null;
  }
  return href ? (
    <Link href={`${href}?cluster=${encodeURIComponent(cluster)}`}>
      {describe(counts)}
    </Link>
  ) : (
    <>{describe(counts)}</>
  );
}

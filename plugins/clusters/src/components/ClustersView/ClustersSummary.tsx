import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { StatusCounts, STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '@slipway/backstage-plugin-fleet-react';
import { clustersTranslationRef } from '../../translation';

/** Says in one line whether the clusters are fine. */
export function ClustersSummary(props: { counts?: StatusCounts }) {
  const { counts } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { t: tFleet } = useTranslationRef(fleetTranslationRef);

  if (!counts) {
    return <Skeleton width="16rem" height={24} />;
  }
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const unwell = STATUSES.filter(
    status => status !== 'healthy' && counts[status] > 0,
  );
  const words = unwell
    .map(status => `${counts[status]} ${tFleet(`status.${status}`)}`)
    .join(', ');

  const isWell = words === '';
  const answer = isWell
    ? t('summary.well', { count: total })
    : t('summary.unwell', { words, count: total });

  return (
    <Text as="p" variant="title-x-small">
      {total === 0 ? t('summary.none') : answer}
    </Text>
  );
}

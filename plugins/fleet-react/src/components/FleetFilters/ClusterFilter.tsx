import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { FleetQuery, useFleetSources } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import { WordFilter } from './WordFilter';

/** One of the clusters that the fleet knows, or of those in sight. */
export function ClusterFilter(props: {
  query: FleetQuery;
  inSight: SourceInfo[];
}) {
  const { filter, setFilter } = props.query;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { sources } = useFleetSources();
  // Who may not see all sources is told of those of their items.
  const clusters = new Set(
    [...sources, ...props.inSight]
      .filter(({ kind }) => kind === 'cluster')
      .map(({ name }) => name),
  );

  return (
    <WordFilter
      label={t('filters.cluster')}
      options={[...clusters].map(name => ({ id: name, label: name }))}
      value={filter.cluster}
      onChange={cluster => setFilter({ cluster })}
    />
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetQuery, useFleetSources } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import { WordFilter } from './WordFilter';

/** One of the clusters that the fleet knows. */
export function ClusterFilter(props: { query: FleetQuery }) {
  const { filter, setFilter } = props.query;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { sources } = useFleetSources();

  return (
    <WordFilter
      label={t('filters.cluster')}
      options={sources
        .filter(source => source.kind === 'cluster')
        .map(({ name }) => ({ id: name, label: name }))}
      value={filter.cluster}
      onChange={cluster => setFilter({ cluster })}
    />
  );
}

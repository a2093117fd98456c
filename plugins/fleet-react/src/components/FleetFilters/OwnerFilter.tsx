import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import { useOwnGroups } from './useOwnGroups';
import { WordFilter } from './WordFilter';

const nameOf = (ref: string) => parseEntityRef(ref).name;

/** One of the reader's own groups or of those in sight. */
export function OwnerFilter(props: { query: FleetQuery; items: ServedItem[] }) {
  const { filter, setFilter } = props.query;
  const { t } = useTranslationRef(fleetTranslationRef);
  const inSight = props.items.flatMap(({ owner }) => owner ?? []);
  const owners = [...new Set([...useOwnGroups(), ...inSight])];

  return (
    <WordFilter
      label={t('filters.owner')}
      options={owners.map(ref => ({ id: ref, label: nameOf(ref) }))}
      value={filter.owner}
      onChange={owner => setFilter({ owner })}
    />
  );
}

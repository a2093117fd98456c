import {
  FleetIncidentFilter,
  FleetSort,
} from '@slipway/backstage-plugin-fleet-common';
import { GetSummary, ListIncidents, ListItems } from '../../schema/openapi';
import { IncidentsQuery } from '../incidents/listIncidents';
import { ItemsFilter } from '../items/ItemsFilter';
import { ItemsQuery } from '../items/listItems';

/** The query of a list of items; the OpenAPI document has checked its parts. */
export function parseItemsQuery(query: ListItems['query']): ItemsQuery {
  const { sort, order, limit, cursor, ...filter } = query;
  return {
    filter: withoutEmpty(filter),
    sort: parseSort(sort, order),
    limit,
    cursor: cursor || undefined,
  };
}

/** The query of a list of incidents. */
export function parseIncidentsQuery(
  query: ListIncidents['query'],
): IncidentsQuery {
  const { limit, cursor, ...filter } = query;
  return {
    filter: withoutEmpty(filter as FleetIncidentFilter),
    limit,
    cursor: cursor || undefined,
  };
}

/** The query of the summary. */
export function parseSummaryQuery(query: GetSummary['query']): ItemsFilter {
  return withoutEmpty(query);
}

// A form that is left empty asks for nothing; only namespaces can be empty.
function withoutEmpty<F extends object>(filter: F): F {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => value !== '' || name === 'namespace',
    ),
  ) as F;
}

function parseSort(field = 'status', order: string = 'asc'): FleetSort {
  return { field, order: order === 'desc' ? 'desc' : 'asc' };
}

import {
  FleetIncidentFilter,
  FleetSort,
} from '@slipway/backstage-plugin-fleet-common';
import { ListIncidents, ListItems } from '../../schema/openapi';
import { IncidentsQuery } from '../incidents/listIncidents';
import { ItemsQuery } from '../items/listItems';

/** The query of a list of items; the OpenAPI document has checked its parts. */
export function parseItemsQuery(query: ListItems['query']): ItemsQuery {
  const { sort, order, limit, cursor, ...filter } = query;
  return { filter, sort: parseSort(sort, order), limit, cursor };
}

/** The query of a list of incidents. */
export function parseIncidentsQuery(
  query: ListIncidents['query'],
): IncidentsQuery {
  const { limit, cursor, ...filter } = query;
  return { filter: filter as FleetIncidentFilter, limit, cursor };
}

function parseSort(field = 'status', order: string = 'asc'): FleetSort {
  return { field, order: order === 'desc' ? 'desc' : 'asc' };
}

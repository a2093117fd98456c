import {
  FleetIncidentFilter,
  ServedIncident,
  STATUSES,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from '../access/Access';
import { EntityBinding } from '../entities/EntityBinding';
import { Cursor, decodeCursor, encodeCursor } from '../items/Cursor';
import { FirstRows } from '../items/FirstRows';
import { MatchesGroupOptions } from '../items/matchesGroup';
import { IncidentIndex } from './IncidentIndex';
import { matchesIncident } from './matchesIncident';

/** An incident filter whose entity has been looked up. */
export interface IncidentsFilter extends FleetIncidentFilter {
  entity?: EntityBinding;
}

/** Which page of which incidents. */
export interface IncidentsQuery {
  filter?: IncidentsFilter;
  limit?: number;
  cursor?: string;
}

interface Place {
  key: (string | number)[];
  id: string;
}

interface Row extends Place {
  incident: ServedIncident;
}

const ORDER = 'incidents';
const DEFAULT_LIMIT = 50;

/** One page of incidents: open before closed, worst first, then newest first. */
export function listIncidents(
  options: {
    incidents: IncidentIndex;
    access: Access;
    query: IncidentsQuery;
  } & MatchesGroupOptions,
): { incidents: ServedIncident[]; total: number; nextCursor?: string } {
  const { incidents, access, query, clusterOwner } = options;
  const { filter = {}, limit = DEFAULT_LIMIT } = query;
  const after = placeOf(decodeCursor(query.cursor, ORDER));
  const matches = matchesIncident(filter, { access, clusterOwner });
  const first = new FirstRows<Row>(limit + 1, comparePlaces);
  let total = 0;
  for (const record of access.extent === 'none' ? [] : incidents.all()) {
    const incident = matches(record);
    if (incident) {
      total++;
      const row = { key: keyOf(incident), id: incident.id, incident };
      if (!after || comparePlaces(row, after) > 0) {
        first.offer(row);
      }
    }
  }
  const rows = first.rows();
  const page = rows.slice(0, limit);
  return {
    incidents: page.map(row => row.incident),
    total,
    nextCursor:
      rows.length > limit
        ? encodeCursor({
            order: ORDER,
            key: page[limit - 1].key,
            id: page[limit - 1].id,
          })
        : undefined,
  };
}

// Times count down, so that newer ones come first.
function keyOf(incident: ServedIncident): (string | number)[] {
  const { status, openedAt, closedAt } = incident;
  const rank = closedAt === undefined ? STATUSES.indexOf(status) : 0;
  const at = Date.parse(closedAt ?? openedAt);
  return [closedAt === undefined ? 0 : 1, rank, Number.isNaN(at) ? 0 : -at];
}

function comparePlaces(a: Place, b: Place): number {
  for (let i = 0; i < Math.min(a.key.length, b.key.length); i++) {
    if (a.key[i] !== b.key[i]) {
      return a.key[i] < b.key[i] ? -1 : 1;
    }
  }
  if (a.id === b.id) {
    return 0;
  }
  return a.id < b.id ? -1 : 1;
}

function placeOf(cursor: Cursor | undefined): Place | undefined {
  return cursor && { key: cursor.key.map(part => part ?? 0), id: cursor.id };
}

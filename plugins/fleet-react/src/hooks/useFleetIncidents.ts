import {
  FleetIncidentFilter,
  PageOptions,
  ServedIncident,
  ServedIncidents,
} from '@slipway/backstage-plugin-fleet-common';
import { useFleetApi } from '../api';
import { acceptRows } from '../live/acceptRows';
import { applyChange } from '../live/applyChange';
import { LiveList } from '../live/LiveList';
import { newIds } from '../live/newIds';
import { showLatest } from '../live/showLatest';
import { useLiveConnection } from '../live/useLiveConnection';
import { useLiveQuery } from '../live/useLiveQuery';

/** A page of incidents, live. @public */
export interface FleetIncidents {
  /** Worst first, as they were when they were shown. */
  incidents: ServedIncident[];
  /** Ids of incidents shown that do not match any more. */
  gone: ReadonlySet<string>;
  /** How many match, on all pages. */
  total: number;
  /** Of the next page, where there is one. */
  nextCursor?: string;
  /** How many would be shown that are not shown yet. */
  newCount: number;
  /** Shows them, in their present order. */
  showNew: () => void;
  /** Nothing is known yet. */
  isLoading: boolean;
  /** What is shown answers the question before. */
  isStale: boolean;
  /** Why the last request failed; what was known before is still there. */
  error?: Error;
  /** Asks again now. */
  refresh: () => void;
}

interface IncidentsState {
  page: ServedIncidents;
  list: LiveList<ServedIncident>;
}

/**
 * Incidents that match, worst first. They change where they are; new ones are
 * counted and shown when asked for.
 *
 * @public
 */
export function useFleetIncidents(
  filter: FleetIncidentFilter,
  options: PageOptions = {},
): FleetIncidents {
  const api = useFleetApi();
  const { limit, cursor } = options;
  const { state, error, isLoading, isStale, query } = useLiveQuery<
    ServedIncidents,
    IncidentsState
  >({
    key: JSON.stringify([filter, limit, cursor]),
    connection: useLiveConnection(),
    subscription: { kind: 'incidents', filter },
    load: signal => api.listIncidents({ filter, limit, cursor }, { signal }),
    accept: (page, before) => ({
      page,
      list: acceptRows(page.incidents, {
        list: before?.list,
        isAll: !cursor && !page.nextCursor,
      }),
    }),
    apply: (before, change) => {
      const { list, isKnown } = applyChange(before.list, change);
      return { state: { ...before, list }, isKnown };
    },
  });
  const list = state?.list;

  return {
    incidents: (list?.shown ?? []).flatMap(id => list?.rows.get(id) ?? []),
    gone: list?.gone ?? new Set(),
    total: state?.page.total ?? 0,
    nextCursor: state?.page.nextCursor,
    newCount: list ? newIds(list).length : 0,
    showNew: () =>
      query.update(before => ({ ...before, list: showLatest(before.list) })),
    isLoading,
    isStale,
    error,
    refresh: query.refresh,
  };
}

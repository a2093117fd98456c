import {
  ServedSource,
  ServedSources,
} from '@slipway/backstage-plugin-fleet-common';
import { useFleetApi } from '../api';
import { useLiveConnection } from '../live/useLiveConnection';
import { useLiveQuery } from '../live/useLiveQuery';

/** The sources of the fleet, live. @public */
export interface FleetSources {
  /** Empty until they are known, and for those who may not see them. */
  sources: ServedSource[];
  /** Nothing is known yet. */
  isLoading: boolean;
  /** Why the last request failed; what was known before is still there. */
  error?: Error;
  /** Asks again now. */
  refresh: () => void;
}

/**
 * Which clusters and other sources the fleet knows, and how they are.
 *
 * @public
 */
export function useFleetSources(): FleetSources {
  const api = useFleetApi();
  const { state, error, isLoading, query } = useLiveQuery<
    ServedSources,
    ServedSource[]
  >({
    key: 'sources',
    connection: useLiveConnection(),
    subscription: { kind: 'sources' },
    load: signal => api.listSources({ signal }),
    accept: list => list.sources,
    apply: (sources, change) => ({
      state: sources.map(source => ({
        ...source,
        ...change.upserted.find(({ id }) => id === source.id),
      })),
      isKnown:
        change.removed.length === 0 &&
        change.upserted.every(({ id }) => sources.some(one => one.id === id)),
    }),
  });

  return {
    sources: state ?? [],
    isLoading,
    error,
    refresh: query.refresh,
  };
}

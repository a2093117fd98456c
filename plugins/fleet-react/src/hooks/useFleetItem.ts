import { ItemDetail, ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { useFleetApi } from '../api';
import { useLiveConnection } from '../live/useLiveConnection';
import { useLiveQuery } from '../live/useLiveQuery';

/** One item with all that is known of it, live. @public */
export interface FleetItemState<Details = unknown> {
  /** Unset until it is known. */
  detail?: ItemDetail<Details>;
  /** Nothing is known yet. */
  isLoading: boolean;
  /** Why the last request failed; what was known before is still there. */
  error?: Error;
  /** Asks again now. */
  refresh: () => void;
}

/**
 * One item, its chain, events, remedies and history, by its id.
 *
 * @public
 */
export function useFleetItem<Details = unknown>(
  id: string,
): FleetItemState<Details> {
  const api = useFleetApi();
  const { state, error, isLoading, query } = useLiveQuery<
    ItemDetail<Details>,
    ItemDetail<Details>
  >({
    key: id,
    connection: useLiveConnection(),
    subscription: { kind: 'item', filter: { item: id } },
    load: signal => api.getItem<Details>(id, { signal }),
    accept: detail => detail,
    apply: (detail, change) => {
      const item = change.upserted.find(one => one.id === id);
      return {
        // The row is known at once; its chain and events follow.
        state: item ? { ...detail, item: item as ServedItem<Details> } : detail,
        isKnown: false,
      };
    },
  });

  return {
    detail: state?.item.id === id ? state : undefined,
    isLoading: isLoading || (state !== undefined && state.item.id !== id),
    error,
    refresh: query.refresh,
  };
}

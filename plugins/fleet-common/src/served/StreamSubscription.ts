import { FleetFilter, FleetIncidentFilter } from './FleetFilter';
import { ServedIncident } from './ServedIncident';
import { ServedItem } from './ServedItem';
import { ServedSource } from './ServedSource';

/**
 * What a page wants to be told of. `id` names it in the answers.
 *
 * @public
 */
export type StreamSubscription =
  | { id: string; kind: 'items'; filter?: FleetFilter }
  | { id: string; kind: 'incidents'; filter?: FleetIncidentFilter }
  | { id: string; kind: 'sources' }
  | {
      id: string;
      kind: 'item';
      filter: {
        /** As `formatItemRef` writes it. */
        item: string;
      };
    };

/** What changed for one subscription. @public */
export interface StreamUpdate {
  /** New or changed; of the kind that was subscribed to. */
  upserted: (ServedItem | ServedIncident | ServedSource)[];
  /** Ids of what no longer matches, is no longer there or no longer to be seen. */
  removed: string[];
}

/** Data of a `change` event. @public */
export interface StreamChange {
  /** Where a stream goes on when it is given as last event id. */
  revision: string;
  /** By id of the subscription; only those with changes. */
  subscriptions: Record<string, StreamUpdate>;
}

import { StreamChange } from '@slipway/backstage-plugin-fleet-common';
import { IncidentsFilter } from '../incidents/listIncidents';
import { ItemsFilter } from '../items/ItemsFilter';

/** A subscription whose entity has been looked up. */
export type WatchSubscription =
  | { id: string; kind: 'items'; filter?: ItemsFilter }
  | { id: string; kind: 'incidents'; filter?: IncidentsFilter }
  | { id: string; kind: 'sources' }
  | { id: string; kind: 'item'; filter: { item: string } };

/** What became of a wish to go on from somewhere. */
export type WatchChanges =
  | { outcome: 'changes'; change: StreamChange }
  | { outcome: 'nothing'; revision: string }
  /** Too long ago, or decided otherwise since: everything must be read anew. */
  | { outcome: 'reset'; reason: string };

/** Subscriptions of somebody, decided for the moment. */
export interface FleetWatch {
  /** Changes with what the subscriptions may show. */
  readonly key: string;
  /** Where things stand now; an event id. */
  revision(): string;
  changesSince(revision: string): WatchChanges;
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
}

import {
  FleetSummary,
  ItemDetail,
  ServedIncident,
  ServedIncidents,
  ServedItems,
  ServedSources,
} from '@slipway/backstage-plugin-fleet-common';
import { FleetWatch, WatchSubscription } from './changes/FleetWatch';
import { IncidentsQuery } from './incidents/listIncidents';
import { ItemsFilter } from './items/ItemsFilter';
import { ItemsQuery } from './items/listItems';

/** What an answer will be like, without making it. */
export interface ViewVersion {
  /** The one that the answer will have, unless something changes before. */
  revision: string;
  /** Equal for equal answers, different for those who may see different things. */
  key: string;
}

/**
 * What the fleet knows, for reading. `Who` is who reads: somebody's decided
 * access inside, their credentials outside.
 */
export interface FleetView<Who> {
  version(who: Who, filter?: ItemsFilter): Promise<ViewVersion>;
  listItems(who: Who, query: ItemsQuery): Promise<ServedItems>;
  /** `undefined` also for what the reader may not see. */
  getItem(who: Who, id: string): Promise<ItemDetail | undefined>;
  listIncidents(who: Who, query: IncidentsQuery): Promise<ServedIncidents>;
  getIncident(who: Who, id: string): Promise<ServedIncident | undefined>;
  getSummary(who: Who, filter?: ItemsFilter): Promise<FleetSummary>;
  listSources(who: Who): Promise<ServedSources>;
  /** What a stream tells of its subscriptions. */
  watch(who: Who, subscriptions: WatchSubscription[]): Promise<FleetWatch>;
}

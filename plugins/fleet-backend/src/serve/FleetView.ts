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

/**
 * What the fleet knows, for reading. `Who` is who reads: somebody's decided
 * access inside, their credentials outside.
 */
export interface FleetView<Who> {
  /**
   * Equal for equal answers: changes with what is known, and differs between
   * those who may see different things.
   */
  version(who: Who, filter?: ItemsFilter): Promise<string>;
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

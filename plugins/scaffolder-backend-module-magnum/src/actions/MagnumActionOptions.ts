import { EventsService } from '@backstage/plugin-events-node';
import { Clock, OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { Clouds } from '@slipway/backstage-plugin-openstack-node';
import { Turns } from '../creation';
import { ClusterWatches } from '../watch';

/** What the actions of this module stand on. */
export interface MagnumActionOptions {
  authorizer: OwnerAuthorizer;
  clouds: Clouds;
  events: Pick<EventsService, 'publish'>;
  watches: ClusterWatches;
  turns: Turns;
  /** Names that clusters of the fleet have by configuration. Default: none. */
  configured?: string[];
  clock?: Clock;
  /** Milliseconds since 1970. Default: of the machine. */
  time?: () => number;
}

import { FleetItem } from '@slipway/backstage-plugin-fleet-common';
import { ClusterDetails } from './ClusterDetails';

/**
 * A cluster as an item of the fleet: `clusters/<cloud>//<uuid>` for one of Magnum,
 * `clusters/<name>//<name>` for another one.
 *
 * @public
 */
export type ClusterItem = FleetItem<ClusterDetails>;

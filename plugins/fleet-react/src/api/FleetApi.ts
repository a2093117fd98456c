import { FleetClient } from '@slipway/backstage-plugin-fleet-common';

/**
 * What pages ask the fleet: what its client offers.
 *
 * @public
 */
export type FleetApi = Pick<FleetClient, keyof FleetClient>;

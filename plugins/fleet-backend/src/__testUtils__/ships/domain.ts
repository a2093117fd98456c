import { shipDomain } from '@slipway/backstage-plugin-fleet-node-test-utils';

/** Items of clouds. */
export const domain = shipDomain();

import { domain as certificates } from '@slipway/backstage-plugin-fleet-backend-module-certificates/domain';
import { domain as clusters } from '@slipway/backstage-plugin-fleet-backend-module-clusters/domain';
import { FleetDomain } from '@slipway/backstage-plugin-fleet-node/engine';

/** What is diagnosed. */
export const domains = [certificates, clusters] as FleetDomain[];

import {
  ClusterItem,
  clusterCauses,
} from '@slipway/backstage-plugin-clusters-common';
import { FleetDomain } from '@slipway/backstage-plugin-fleet-node/engine';
import { affected, affectedBySource } from './affected';
import { chain } from './chain';
import { changes } from './changes';
import { derive } from './derive';
import { DOMAIN_ID } from './domainId';
import { readRecords } from './readRecords';
import { remedies } from './remedies';
import { resources } from './resources';

/**
 * Clusters of Magnum and registered ones, and why they are not as asked for.
 *
 * @public
 */
export const domain: FleetDomain<ClusterItem> = {
  id: DOMAIN_ID,
  resources,
  causes: clusterCauses,
  affected,
  affectedBySource,
  derive,
  chain,
  changes,
  remedies,
  readRecords,
};

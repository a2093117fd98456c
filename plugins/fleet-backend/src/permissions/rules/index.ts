import { inCluster } from './inCluster';
import { inNamespace } from './inNamespace';
import { isOwner } from './isOwner';

/** All rules for items of the fleet. */
export const fleetItemRules = [isOwner, inCluster, inNamespace];

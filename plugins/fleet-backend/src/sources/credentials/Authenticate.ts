import { ClusterAccess } from '@slipway/backstage-plugin-fleet-node';

/** Gives the credentials of the moment. */
export type Authenticate = ClusterAccess['authenticate'];

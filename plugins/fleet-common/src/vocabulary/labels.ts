import { SLIPWAY_PREFIX } from './prefix';

/** Name of the group that owns a namespace, an AppProject or an Application. @public */
export const LABEL_OWNER = `${SLIPWAY_PREFIX}/owner`;

/** Name of the service that an object belongs to. @public */
export const LABEL_SERVICE = `${SLIPWAY_PREFIX}/service`;

/** Name of the configured environment that an object belongs to. @public */
export const LABEL_ENVIRONMENT = `${SLIPWAY_PREFIX}/environment`;

/** On a cluster's Secret: what environments select their cluster by. @public */
export const LABEL_STAGE = `${SLIPWAY_PREFIX}/stage`;

/** On a Secret in the fleet's namespace: `cluster` for a registered cluster. @public */
export const LABEL_SECRET_TYPE = `${SLIPWAY_PREFIX}/secret-type`;

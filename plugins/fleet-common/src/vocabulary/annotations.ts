import { SLIPWAY_PREFIX } from './prefix';

/** On a cluster's Secret: the DNS zone with a wildcard record and certificate. @public */
export const ANNOTATION_ZONE = `${SLIPWAY_PREFIX}/zone`;

/** On an Application: `<owner>/<repository>` of the service's code. @public */
export const ANNOTATION_REPOSITORY = `${SLIPWAY_PREFIX}/repository`;

/** On deployed objects: the commit that they were built from. @public */
export const ANNOTATION_COMMIT = `${SLIPWAY_PREFIX}/commit`;

/** On an entity: the fleet name of the cluster that it stands for. @public */
export const ANNOTATION_CLUSTER = `${SLIPWAY_PREFIX}/cluster`;

/** On a cluster's Secret: the configured name of the cloud that it is in. @public */
export const ANNOTATION_CLOUD = `${SLIPWAY_PREFIX}/cloud`;

/** On a cluster's Secret: UUID of the cluster in Magnum. @public */
export const ANNOTATION_MAGNUM_CLUSTER = `${SLIPWAY_PREFIX}/magnum-cluster`;

/** On a cluster's Secret: platform components that were asked for, by commas. @public */
export const ANNOTATION_COMPONENTS = `${SLIPWAY_PREFIX}/components`;

/**
 * On a cluster's Secret without credentials: why there are none, for example that
 * the API server does not answer from here.
 *
 * @public
 */
export const ANNOTATION_UNVERIFIED = `${SLIPWAY_PREFIX}/unverified`;

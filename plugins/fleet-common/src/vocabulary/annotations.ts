import { SLIPWAY_PREFIX } from './prefix';

/** On a cluster's Secret: the DNS zone with a wildcard record and certificate. @public */
export const ANNOTATION_ZONE = `${SLIPWAY_PREFIX}/zone`;

/** On an Application: `<owner>/<repository>` of the service's code. @public */
export const ANNOTATION_REPOSITORY = `${SLIPWAY_PREFIX}/repository`;

/** On deployed objects: the commit that they were built from. @public */
export const ANNOTATION_COMMIT = `${SLIPWAY_PREFIX}/commit`;

/** On an entity: the fleet name of the cluster that it stands for. @public */
export const ANNOTATION_CLUSTER = `${SLIPWAY_PREFIX}/cluster`;

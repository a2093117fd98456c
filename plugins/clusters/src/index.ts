/**
 * Kubernetes clusters of all clouds, why they fail and what to do.
 *
 * @packageDocumentation
 */
export { clustersPlugin as default } from './plugin';
export { clustersTranslationRef } from './translation';

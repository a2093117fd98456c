/**
 * Certificates of all clusters, why they fail and what to do.
 *
 * @packageDocumentation
 */
export { certificatesPlugin as default } from './plugin';
export { certificatesTranslationRef } from './translation';

/**
 * Clusters of Magnum as Resources of the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleMagnum as default } from './module';

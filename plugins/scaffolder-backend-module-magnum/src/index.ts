/**
 * Scaffolder actions for Kubernetes clusters on OpenStack Magnum.
 *
 * @packageDocumentation
 */
export { scaffolderModuleMagnum as default } from './module';

/**
 * Scaffolder actions for Argo CD.
 *
 * @packageDocumentation
 */
export { scaffolderModuleArgocd as default } from './module';

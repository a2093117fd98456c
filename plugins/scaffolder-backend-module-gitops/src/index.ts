/**
 * Scaffolder actions that write desired state into the platform repository.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGitops as default } from './module';

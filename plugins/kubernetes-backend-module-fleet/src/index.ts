/**
 * Clusters of the fleet for the Kubernetes plugin.
 *
 * @packageDocumentation
 */
export { kubernetesModuleFleet as default } from './module';

export * from './startKubernetesApi';
export * from './types';
export { StatusError } from './errors';
export type { KubernetesApiFault } from './http/ApiListener';

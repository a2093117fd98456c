export * from './startKubernetesApi';
export * from './types';
export { StatusError } from './errors';

export * from './types';
export { KubernetesApiError } from './KubernetesApiError';
export { KubernetesClient, pathOf } from './KubernetesClient';
export { Informer } from './Informer';
export type { ObjectChange } from './Informer';
export { startController } from './startController';
export type { Controller } from './startController';
export { resources } from './resources';

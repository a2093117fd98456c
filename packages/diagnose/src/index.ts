/**
 * Says what is wrong on Kubernetes clusters, from dumps or live.
 *
 * @packageDocumentation
 */
export * from './main';

/**
 * Keystone and Magnum for backend parts, with read-only look-ups in the rest
 * of OpenStack.
 *
 * @packageDocumentation
 */
export * from './certificates';
export * from './cloud';
export * from './config';
export * from './errors';
export * from './keystone';
export * from './lookups';
export * from './magnum';
export type { CallOptions } from './transport/CallOptions';

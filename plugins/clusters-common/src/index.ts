/**
 * Types, marks, cause codes and permissions of the clusters domain.
 *
 * @packageDocumentation
 */
export * from './causes';
export * from './events';
export * from './items';
export * from './marks';
export * from './obstacles';
export * from './permissions';

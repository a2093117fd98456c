/**
 * Types, cause codes and permissions of the certificates domain.
 *
 * @packageDocumentation
 */
export * from './causes';
export * from './items';
export * from './permissions';

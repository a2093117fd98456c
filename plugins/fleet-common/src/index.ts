/**
 * Words that the whole suite shares.
 *
 * @packageDocumentation
 */
export * from './argocd';
export * from './causes';
export * from './client';
export * from './environments';
export * from './incidents';
export * from './items';
export * from './permissions';
export * from './served';
export * from './sources';
export * from './status';
export * from './vocabulary';

/**
 * Words that the whole suite shares.
 *
 * @packageDocumentation
 */
export * from './argocd';
export * from './environments';
export * from './permissions';
export * from './vocabulary';

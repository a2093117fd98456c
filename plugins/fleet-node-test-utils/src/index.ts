/**
 * For tests of the suite's scaffolder actions, and of others' on top of it.
 *
 * @packageDocumentation
 */
export * from './inputOf';
export * from './mockAuthorizer';
export * from './mockEnvironment';
export * from './runAction';
export * from './steppingClock';

/**
 * For tests of the suite's backend parts, and of others' on top of it.
 *
 * @packageDocumentation
 */
export * from './inputOf';
export * from './mockAuthorizer';
export * from './mockEnvironment';
export * from './runAction';
export * from './steppingClock';
export * from './scenarios';
export * from './shipDomain';
export * from './toyDomain';

/**
 * What all pages of the fleet share: one live connection, live tables, findings.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './errors';
export * from './hooks';
export * from './live';
export * from './time';
export * from './translation';

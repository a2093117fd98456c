/**
 * What backend parts of the suite share.
 *
 * @packageDocumentation
 */
export * from './authorization';
export * from './directory';
export * from './engine';
export * from './errors';
export * from './extensionPoints';
export * from './waiting';

/**
 * What backend parts of the suite share.
 *
 * @packageDocumentation
 */
export * from './authorization';
export * from './clusters';
export * from './dumps';
export * from './errors';
export * from './extensionPoints';
export * from './items';
export * from './operations';
export * from './rows';
export * from './waiting';

/**
 * What backend parts of the suite share.
 *
 * @packageDocumentation
 */
export * from './authorization';
export * from './errors';
export * from './waiting';

/**
 * Rows in, items and incidents out, and what describes clusters and operations:
 * the part that domains and tools use where there is no Backstage.
 *
 * @packageDocumentation
 */
export * from './clusters';
export * from './dumps';
export * from './items';
export * from './operations';
export * from './rows';
export * from './rowSources';

export * from './CloudLookups';
export * from './Lookup';
export * from './things';

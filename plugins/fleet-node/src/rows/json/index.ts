export * from './listOf';
export * from './numberOf';
export * from './recordOf';
export * from './textOf';
export * from './textsOf';
export * from './timeOf';
export * from './valueAt';

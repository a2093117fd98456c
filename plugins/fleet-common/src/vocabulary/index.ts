export * from './annotations';
export * from './labels';
export * from './prefix';

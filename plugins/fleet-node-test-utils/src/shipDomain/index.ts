export * from './shipDomain';
export * from './shipRecord';

export * from './applyObject';

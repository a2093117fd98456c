export * from './Operation';

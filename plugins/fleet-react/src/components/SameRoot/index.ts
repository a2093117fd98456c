export * from './SameRoot';

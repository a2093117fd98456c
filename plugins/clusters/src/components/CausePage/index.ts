export * from './CausePage';

export * from './CauseEntry';

export * from './CommandBlock';

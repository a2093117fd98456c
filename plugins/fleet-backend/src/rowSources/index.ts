export * from './RowSourceRunner';

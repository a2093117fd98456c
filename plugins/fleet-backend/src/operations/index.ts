export * from './OperationRunner';

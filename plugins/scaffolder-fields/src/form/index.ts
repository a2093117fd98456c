export * from './readForm';

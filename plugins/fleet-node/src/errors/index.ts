export * from './withPlainErrors';

export * from './oneLine';
export * from './withPlainErrors';

export * from './NameClaims';

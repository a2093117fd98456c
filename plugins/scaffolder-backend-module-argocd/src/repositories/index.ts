export * from './ensureRepository';
export * from './RepositoryCredentials';
export * from './sameRepository';

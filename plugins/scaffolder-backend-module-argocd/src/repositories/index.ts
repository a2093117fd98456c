export * from './ensureRepository';
export * from './RepositoryCredentials';

export * from './GithubClients';
export * from './GithubRepository';
export * from './isGithubError';
export * from './parseRepositoryPick';
export * from './readPlatformRepository';
export * from './RepositoryAddress';

export * from './applyByPullRequest';
export * from './applyFiles';
export * from './ManifestFile';
export * from './planChanges';

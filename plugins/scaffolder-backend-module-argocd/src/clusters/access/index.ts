export * from './ClusterAccess';
export * from './ClusterApi';
export * from './ClusterApiError';

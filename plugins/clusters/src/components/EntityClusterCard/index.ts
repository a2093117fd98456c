export * from './EntityClusterCard';

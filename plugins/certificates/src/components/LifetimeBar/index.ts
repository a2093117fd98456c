export * from './LifetimeBar';

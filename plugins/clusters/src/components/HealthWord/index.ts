export * from './HealthWord';

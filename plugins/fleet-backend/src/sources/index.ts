export * from './config/ConfigClusterSource';
export * from './registrations/RegistrationClusterSource';
export * from './registry/ClusterRegistry';

export * from './checkOrder';
export * from './magnum';
export * from './registerCluster';
export * from './RegistrationRight';
export * from './unregisterCluster';

export * from './checkLeftBehind';
export * from './chooseSecret';
export * from './ClusterSecret';
export * from './RegistrationPlace';
export * from './registrationSecret';
export * from './writeRegistration';

export * from './renderService';
export * from './serviceRecord';
export * from './ServiceManifestOptions';

export * from './ApiResource';
export * from './customResources';
export * from './ResourceRegistry';

export * from './Hub';
export * from './HubConfig';
export * from './HubError';
export * from './Hubs';
export * from './KubernetesObject';
export * from './readHubs';

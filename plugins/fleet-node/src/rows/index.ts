export * from './KubernetesObject';
export * from './ResourceSpec';
export * from './Row';

export * from './conditionsOf';
export * from './json';
export * from './KubernetesObject';
export * from './ResourceSpec';
export * from './Row';

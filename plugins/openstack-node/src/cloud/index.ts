export * from './Cloud';
export * from './Clouds';
export type { CreateCloudOptions } from './createCloud';

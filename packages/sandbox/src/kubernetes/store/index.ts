export { ObjectStore } from './ObjectStore';
export type { StoreChange } from './ObjectStore';

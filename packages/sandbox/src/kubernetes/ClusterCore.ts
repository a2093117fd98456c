import { ResourceRegistry } from './registry';
import { ObjectStore } from './store';

/** What every operation on a cluster's objects works with. */
export interface ClusterCore {
  /** The cluster's name. */
  name: string;
  store: ObjectStore;
  registry: ResourceRegistry;
  now: () => Date;
}

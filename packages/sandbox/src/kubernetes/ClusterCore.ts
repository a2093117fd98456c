import { ResourceRegistry } from './registry';
import { KubernetesSchema } from './schema';
import { ObjectStore } from './store';

/** What every operation on a cluster's objects works with. */
export interface ClusterCore {
  /** The cluster's name. */
  name: string;
  store: ObjectStore;
  registry: ResourceRegistry;
  schema: KubernetesSchema;
  /** Such as `v1.36.3`; an upgrade changes it. */
  version: () => string;
  now: () => Date;
}

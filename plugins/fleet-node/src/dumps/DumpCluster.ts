import { KubernetesObject } from '../rows';

/** What was read of one cluster at one time. @public */
export interface DumpCluster {
  /** Fleet name. */
  name: string;
  /** Whole objects of any kinds. */
  objects: KubernetesObject[];
  /** False: the API server cannot be reached since `lastContact`. */
  reachable: boolean;
  /** ISO time. */
  lastContact?: string;
  /** Plural names of what may not be listed there. */
  forbidden: string[];
  /**
   * Ids of resources of which nothing is left out, for all domains or for one: what
   * is not there does not exist.
   * Of others, a kind is known in the namespaces that hold one of it.
   */
  complete: 'all' | { resources: string[]; domain?: string };
}

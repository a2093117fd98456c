import { KubernetesObject } from './KubernetesObject';
import { ResourceSpec } from './ResourceSpec';
import { Row } from './Row';

/**
 * What is asked of a source once, however many domains read it.
 *
 * @public
 */
export interface WatchedResource {
  id: string;
  kind: string;
  group: string;
  /** In order of preference. */
  versions: string[];
  plural: string;
  namespaced: boolean;
  labelSelector?: string;
  fieldSelector?: string;
  retention?: ResourceSpec['retention'];
  /** Ids of the domains that read it. */
  domains: string[];
  /** `undefined` for what cannot be used or what no domain cares for. */
  project(source: string, object: KubernetesObject): Row | undefined;
}

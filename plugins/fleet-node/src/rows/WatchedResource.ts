import { SourceKind } from '@slipway/backstage-plugin-fleet-common';
import { KubernetesObject } from './KubernetesObject';
import { ResourceSpec } from './ResourceSpec';
import { Row } from './Row';

/**
 * What is asked of a source once, however many domains read it.
 *
 * @public
 */
export interface WatchedResource {
  /** As in ResourceSpec. */
  id: string;
  /** For example `Certificate`. */
  kind: string;
  /** Empty for core kinds. */
  group: string;
  /** The kind of source that brings it. */
  from: SourceKind;
  /** In order of preference; empty for record kinds. */
  versions: string[];
  /** As in paths of the API. */
  plural: string;
  /** Whether its objects are in namespaces. */
  namespaced: boolean;
  /** Where it is looked for when it may not be listed in all namespaces. */
  namespacesWhenForbidden?: string[];
  /** What all domains narrow it to. */
  labelSelector?: string;
  /** The same, by fields. */
  fieldSelector?: string;
  /** The longest that a domain asks for. */
  retention?: ResourceSpec['retention'];
  /** Ids of the domains that read it. */
  domains: string[];
  /** `undefined` for what cannot be used or what no domain cares for. */
  project(source: string, object: KubernetesObject): Row | undefined;
}

import { SourceKind } from '@slipway/backstage-plugin-fleet-common';
import { KubernetesObject } from './KubernetesObject';
import { Row } from './Row';

/**
 * What a domain reads: which objects, and what it keeps of each.
 *
 * @public
 */
export interface ResourceSpec<Slice = unknown> {
  /** `<plural>.<group>`, for core kinds `<plural>`; equal in all domains. */
  id: string;
  /** For example `Certificate`. */
  kind: string;
  /** Empty for core kinds. */
  group: string;
  /**
   * The kind of source that brings it. Record kinds, which are not of clusters,
   * come from row sources and are never looked for in a cluster.
   *
   * @defaultValue cluster
   */
  from?: SourceKind;
  /** In order of preference; empty for record kinds. */
  versions: string[];
  /** As in paths of the API. */
  plural: string;
  /** Whether its objects are in namespaces. */
  namespaced: boolean;
  /**
   * Where it may not be listed in all namespaces, it is looked for in these, and
   * known in those that allow it.
   */
  namespacesWhenForbidden?: string[];
  /** Narrows what is asked for. Several domains: only what all of them narrow equally. */
  labelSelector?: string;
  /** The same, by fields. */
  fieldSelector?: string;
  /**
   * The domain's slice of a row, as JSON; `undefined` when it does not care for
   * the object. Must not throw whatever it is given; what it throws nevertheless
   * makes the row's slice absent and is reported.
   */
  project(object: KubernetesObject): Slice | undefined;
  /** Look-ups besides name, owner and label: name to the keys of a row. */
  indexes?: Record<string, (row: Row) => string[]>;
  /**
   * For Events and the like: rows are forgotten this long after their
   * `lastSeen`, and only the newest of an object are kept.
   */
  retention?: { seconds: number; perObject: number };
}

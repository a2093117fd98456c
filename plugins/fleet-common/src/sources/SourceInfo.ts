/** All kinds of sources, clusters first. @public */
export const SOURCE_KINDS = ['cluster', 'cloud', 'github', 'prober'] as const;

/** Where rows come from. @public */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * How a source is: `starting` nothing heard yet; `live`; `stale` it has been
 * heard but does not answer now; `failed` it cannot be asked, for example for
 * wrong credentials.
 *
 * @public
 */
export type SourceState = 'starting' | 'live' | 'stale' | 'failed';

/**
 * One place that rows come from, and how old what is known of it is.
 *
 * @public
 */
export interface SourceInfo {
  /** `kind/name`, see {@link clusterSourceId}. */
  id: string;
  /** What it is. */
  kind: SourceKind;
  /** For clusters their fleet name. */
  name: string;
  /** URL of the API server. */
  server?: string;
  /** For clusters the UID of the namespace `kube-system`. */
  uid?: string;
  /** Whether it is heard. */
  state: SourceState;
  /** False once it does not answer any more; then its items are `unknown`. */
  reachable: boolean;
  /** ISO time since when it is in this state. */
  since: string;
  /** ISO time of the last byte heard. */
  lastContact?: string;
  /** Why it is not live, without secrets. */
  error?: string;
  /** Entity reference of the group that owns it. */
  owner?: string;
  /** Labels of its registration. */
  labels?: Record<string, string>;
}

/** Source id of a cluster. @public */
export function clusterSourceId(name: string): string {
  return `cluster/${name}`;
}

/** Source id of a cloud. @public */
export function cloudSourceId(name: string): string {
  return `cloud/${name}`;
}

/**
 * Ids that a source of this name may have, that of a cluster first: an item says
 * only the name of the place where it is.
 *
 * @public
 */
export function sourceIdsOf(name: string): string[] {
  return SOURCE_KINDS.map(kind => `${kind}/${name}`);
}

/** The name in the id of a source. @public */
export function sourceNameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The kind in the id of a source, `undefined` when it is none. @public */
export function sourceKindOf(id: string): SourceKind | undefined {
  return SOURCE_KINDS.find(kind => id.startsWith(`${kind}/`));
}

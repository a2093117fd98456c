/**
 * Names one item of the fleet: one certificate, one host, one pool.
 *
 * @public
 */
export interface ItemRef {
  /** Id of the domain, for example `certificates`. */
  domain: string;
  /** Fleet name of the cluster, or of the cloud where the item has no cluster. */
  cluster: string;
  /** Empty for what has no namespace. */
  namespace: string;
  /** May hold slashes only as the last part. */
  name: string;
}

/** `domain/cluster/namespace/name`, the id of an item everywhere. @public */
export function formatItemRef(ref: ItemRef): string {
  const { domain, cluster, namespace, name } = ref;
  // Joined, because a key from a template is kept as the tree of its parts,
  // which takes three times the memory.
  return [domain, cluster, namespace, name].join('/');
}

/** The parts of an id, `undefined` when it is none. @public */
export function parseItemRef(id: string): ItemRef | undefined {
  const [domain, cluster, namespace, ...rest] = id.split('/');
  const name = rest.join('/');
  return domain && cluster && namespace !== undefined && name
    ? { domain, cluster, namespace, name }
    : undefined;
}

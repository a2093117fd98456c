import { CloudCluster } from '../inventory';
import { toEntityName, toUniqueEntityName } from './toEntityName';

/**
 * Entity name by UUID of all clusters. Magnum takes a name twice, the catalog
 * once: it is had by the cluster that was marked with it, else by one of a cloud
 * in which things are made, else by the oldest; others have some of their UUID.
 */
export function nameClusters(
  clusters: readonly CloudCluster[],
): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { cluster } of [...clusters].sort(byClaim)) {
    if (names.has(cluster.uuid)) {
      // Two configured clouds that are one project.
      continue;
    }
    const plain = toEntityName(cluster.name);
    const name =
      plain === '' || taken.has(plain)
        ? toUniqueEntityName(cluster.name, cluster.uuid)
        : plain;
    taken.add(name);
    names.set(cluster.uuid, name);
  }
  return names;
}

function byClaim(a: CloudCluster, b: CloudCluster): number {
  return (
    Number(hasMarkedName(b)) - Number(hasMarkedName(a)) ||
    Number(a.watchOnly) - Number(b.watchOnly) ||
    madeAt(a) - madeAt(b) ||
    (a.cluster.uuid < b.cluster.uuid ? -1 : 1)
  );
}

function hasMarkedName({ cluster, marks }: CloudCluster): boolean {
  return marks?.entityRef === `resource:default/${toEntityName(cluster.name)}`;
}

function madeAt({ cluster }: CloudCluster): number {
  return Date.parse(cluster.created_at ?? '') || Number.MAX_SAFE_INTEGER;
}

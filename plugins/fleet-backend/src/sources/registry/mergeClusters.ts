import { ClusterDefinition } from '@slipway/backstage-plugin-fleet-node';

/** A cluster that is another one under a second name. */
export interface DuplicateCluster {
  name: string;
  /** The name that counts. */
  of: string;
}

/**
 * Which clusters to watch: of two with one name, and of two that are one, the
 * first.
 */
export function mergeClusters(options: {
  /** In order of precedence. */
  told: ClusterDefinition[][];
  /** What is known of which cluster a name stands for. */
  uidOf(definition: ClusterDefinition): string | undefined;
}): { clusters: ClusterDefinition[]; duplicates: DuplicateCluster[] } {
  const names = new Set<string>();
  const byUid = new Map<string, string>();
  const clusters: ClusterDefinition[] = [];
  const duplicates: DuplicateCluster[] = [];
  for (const definition of options.told.flat()) {
    const { name } = definition;
    if (names.has(name)) {
      continue;
    }
    names.add(name);
    const uid = options.uidOf(definition);
    const first = uid && byUid.get(uid);
    if (first) {
      duplicates.push({ name, of: first });
      continue;
    }
    if (uid) {
      byUid.set(uid, name);
    }
    clusters.push(definition);
  }
  return { clusters, duplicates };
}

import { MagnumView } from './MagnumView';

/** A node as Magnum's health report names it. */
export interface ReportedNode {
  name: string;
  isReady: boolean;
  isWorker: boolean;
}

const READY = '.Ready';

/**
 * The nodes in a cluster's health report. Drivers put the role into the name
 * (`-master-0`, `-node-0`), or the node group, which the control plane lacks.
 */
export function nodesOf({
  cluster,
  nodeGroups,
}: Pick<MagnumView, 'cluster' | 'nodeGroups'>): ReportedNode[] {
  const groups = [
    'default-worker',
    ...nodeGroups
      .filter(({ slice }) => slice.role !== 'master')
      .map(({ slice }) => slice.name),
  ];
  return Object.entries(cluster.healthReasons)
    .filter(([key]) => key.endsWith(READY) && key.length > READY.length)
    .map(([key, text]) => {
      const name = key.slice(0, -READY.length);
      return {
        name,
        isReady: /^true$/i.test(text),
        isWorker:
          /-(node|minion)-\d+$/i.test(name) ||
          (!/-master-\d+$/i.test(name) &&
            groups.some(group => name.includes(`-${group}-`))),
      };
    });
}

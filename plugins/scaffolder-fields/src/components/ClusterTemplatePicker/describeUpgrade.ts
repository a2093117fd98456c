import { Choice } from '../../choices';

export interface DescribeUpgradeOptions {
  cluster: Choice;
  /** What the cluster was made from, when it is still there. */
  current?: Choice;
  wanted: Choice;
}

/** What an upgrade does to a cluster, and what of the template does not count. */
export interface UpgradeDescription {
  changes: string[];
  stays: string[];
}

/** Tells both before anything is asked for. */
export function describeUpgrade(
  options: DescribeUpgradeOptions,
): UpgradeDescription {
  const { cluster, current, wanted } = options;
  const from = cluster.version ?? current?.version ?? 'its version';
  const to = wanted.version ?? wanted.name ?? wanted.id;
  return {
    changes: [
      `Kubernetes ${from} becomes ${to}`,
      ...describeImage(current?.image, wanted.image),
      'Nodes are replaced or restarted, some at a time',
      'There is no way back to the older version',
    ],
    stays: [
      ...describeStaying('Flavor of the nodes', cluster.flavor, wanted.flavor),
      ...describeStaying(
        'Flavor of the control plane',
        current?.masterFlavor,
        wanted.masterFlavor,
      ),
      ...describeStaying('Volume size', current?.volumeSize, wanted.volumeSize),
      'Labels, network and numbers of nodes',
    ],
  };
}

function describeImage(from?: string, to?: string): string[] {
  if (!from || !to || from === to) {
    return [];
  }
  // Of some clouds it is an id, which tells nobody anything.
  return /^[0-9a-f-]{32,36}$/i.test(to)
    ? ['The image of the nodes becomes that of the template']
    : [`Image ${from} becomes ${to}`];
}

function describeStaying(what: string, has?: string, says?: string): string[] {
  if (!has) {
    return [];
  }
  return says && says !== has
    ? [`${what}: ${has}; the ${says} of the template is for new clusters`]
    : [`${what}: ${has}`];
}

import {
  MagnumCluster,
  MagnumClusterTemplate,
} from '@slipway/backstage-plugin-openstack-node';
import { UpgradeVersions } from './readVersions';
import { formatVersion, Version } from './Version';

export interface DescribeUpgradeOptions {
  cluster: MagnumCluster;
  current?: MagnumClusterTemplate;
  wanted: MagnumClusterTemplate;
  versions: UpgradeVersions;
}

const say = (version: Version | undefined) =>
  version ? formatVersion(version) : 'a version that nobody tells';

/** What an upgrade changes, and what of the new template does not count. */
export function describeUpgrade(options: DescribeUpgradeOptions): string[] {
  const { cluster, current, wanted, versions } = options;
  const { from, to } = versions;
  const images =
    current && current.image_id !== wanted.image_id
      ? [`  image ${current.image_id} becomes ${wanted.image_id}`]
      : [];
  return [
    `Changes of the cluster ${cluster.name}:`,
    `  Kubernetes ${say(from)} becomes ${say(to)}`,
    ...images,
    '  the nodes are replaced or restarted, some at a time',
    'Stays: flavors, volumes, labels, network and numbers of nodes',
    ...describeIgnored(cluster, wanted).map(line => `  ${line}`),
    ...describeSkipped(versions),
  ];
}

function describeIgnored(
  cluster: MagnumCluster,
  wanted: MagnumClusterTemplate,
): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['flavor of nodes', cluster.flavor_id, wanted.flavor_id],
    [
      'flavor of the control plane',
      cluster.master_flavor_id,
      wanted.master_flavor_id,
    ],
    ['volume size', cluster.docker_volume_size, wanted.docker_volume_size],
  ];
  return pairs
    .filter(([, has, says]) => has && says && has !== says)
    .map(
      ([what, has, says]) =>
        `${what} stays ${has}; the template's ${says} is for new clusters`,
    );
}

function describeSkipped({ from, to }: UpgradeVersions): string[] {
  return from && to && from[0] === to[0] && to[1] - from[1] > 1
    ? [
        `Minor versions are left out between ${say(from)} and ${say(
          to,
        )}; many drivers take only one at a time`,
      ]
    : [];
}

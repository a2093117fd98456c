import {
  MagnumCluster,
  MagnumClusterTemplate,
} from '@slipway/backstage-plugin-openstack-node';
import { kindOfStatus } from '../watch';
import { UpgradeVersions } from './readVersions';
import { compareVersions, formatVersion } from './Version';

export interface CheckUpgradeOptions {
  cluster: MagnumCluster;
  current?: MagnumClusterTemplate;
  wanted: MagnumClusterTemplate;
  versions: UpgradeVersions;
  maxBatchSize: number;
  /** An upgrade to the same template stopped half way. */
  again: boolean;
}

/** What is against an upgrade; Magnum itself would take nearly anything. */
export function checkUpgrade(options: CheckUpgradeOptions): string[] {
  const { cluster, current, wanted, maxBatchSize } = options;
  return [
    ...checkState(cluster),
    ...checkVersions(options),
    ...(current?.cluster_distro &&
    wanted.cluster_distro &&
    current.cluster_distro !== wanted.cluster_distro
      ? [
          `The cluster template ${wanted.name} is for ${wanted.cluster_distro}, the cluster runs ${current.cluster_distro}`,
        ]
      : []),
    ...(Number.isInteger(maxBatchSize) && maxBatchSize >= 1
      ? []
      : [
          `The number of nodes at a time, ${maxBatchSize}, has to be a whole number from 1`,
        ]),
  ];
}

function checkState({ name, status }: MagnumCluster): string[] {
  const kind = kindOfStatus(status);
  if (kind === 'in-progress' || kind === 'deleting') {
    return [`The cluster ${name} is ${status ?? 'only just ordered'}`];
  }
  return status === 'CREATE_FAILED'
    ? [`The cluster ${name} was never finished (${status})`]
    : [];
}

function checkVersions({
  versions: { from, to },
  wanted,
  again,
}: CheckUpgradeOptions): string[] {
  if (!from || !to || again) {
    return [];
  }
  const order = compareVersions(to, from);
  if (order === 0) {
    return [
      `The cluster template ${
        wanted.name
      } has the version that runs, ${formatVersion(from)}`,
    ];
  }
  return order < 0
    ? [
        `The cluster template ${wanted.name} has ${formatVersion(
          to,
        )}, which is older than the ${formatVersion(
          from,
        )} that runs; clusters cannot go back`,
      ]
    : [];
}

import {
  MagnumCluster,
  MagnumClusterTemplate,
} from '@slipway/backstage-plugin-openstack-node';
import { findTemplate, refuse } from '../checks';
import { Checkpoint } from '../creation';
import { Errand, patiently } from '../errands';
import { kindOfStatus, readNodeGroups, waitUntilTaken } from '../watch';
import { checkUpgrade } from './checkUpgrade';
import { describeUpgrade } from './describeUpgrade';
import { readVersions } from './readVersions';

export interface UpgradeClusterOptions {
  cluster: MagnumCluster;
  /** Name or uuid. */
  clusterTemplate: string;
  maxBatchSize: number;
  checkpoint: Checkpoint;
  dryRun: boolean;
}

export type UpgradeClusterResult = {
  outcome: 'unchanged' | 'planned' | 'upgrading';
};

/** Asks for another version of Kubernetes, unless it runs or is on its way. */
export async function upgradeCluster(
  errand: Errand,
  options: UpgradeClusterOptions,
): Promise<UpgradeClusterResult> {
  const { cluster, dryRun, maxBatchSize } = options;
  const refusal = `Cannot upgrade the cluster ${cluster.name}`;
  const found = await findTemplate(errand, options.clusterTemplate);
  if ('problem' in found) {
    refuse(refusal, [found.problem]);
    return { outcome: 'unchanged' };
  }
  const wanted = found.template;
  const again = cluster.cluster_template_id === wanted.uuid;
  if (again && !(await hasFailed(errand, cluster))) {
    errand.log(
      `Cluster ${cluster.name} has the cluster template ${wanted.name} already, ${cluster.status}; nothing to do`,
    );
    return { outcome: 'unchanged' };
  }
  const current = await findCurrent(errand, cluster);
  const versions = await readVersions(errand, cluster, { current, wanted });
  const plan = { cluster, current, wanted, versions, maxBatchSize, again };
  errand.log(describeUpgrade(plan).join('\n'));
  refuse(refusal, checkUpgrade(plan));
  if (dryRun) {
    errand.log(
      `Would upgrade the cluster ${cluster.name} with the cluster template ${wanted.name}`,
    );
    return { outcome: 'planned' };
  }
  await ask(errand, options, wanted);
  await waitUntilTaken(errand, cluster);
  await errand.tell({ uuid: cluster.uuid, change: 'updated' });
  return { outcome: 'upgrading' };
}

/** Also when only a group says so; the cluster may be complete then. */
async function hasFailed(
  errand: Errand,
  { status, uuid }: MagnumCluster,
): Promise<boolean> {
  if (kindOfStatus(status) === 'in-progress') {
    return false;
  }
  const groups = await readNodeGroups(errand, uuid);
  return [
    status,
    ...groups.map(group => group.is_default && group.status),
  ].some(text => text && text.endsWith('_FAILED'));
}

/** Its template may be withdrawn, and then hidden from us. */
async function findCurrent(
  errand: Errand,
  { cluster_template_id: uuid }: MagnumCluster,
): Promise<MagnumClusterTemplate | undefined> {
  const { cloud, signal } = errand;
  const templates = await patiently(errand, () =>
    cloud.magnum.listClusterTemplates({ signal }),
  );
  return templates.find(template => template.uuid === uuid);
}

async function ask(
  errand: Errand,
  { cluster, maxBatchSize, checkpoint }: UpgradeClusterOptions,
  { uuid: template }: MagnumClusterTemplate,
): Promise<void> {
  const { cloud, signal } = errand;
  await checkpoint({
    // Another state, another try: a retry of a failed task asks again.
    key: `magnum.upgrade.${cluster.uuid}.${template}.${cluster.updated_at}`,
    fn: () =>
      patiently(errand, () =>
        cloud.magnum.upgradeCluster(
          cluster.uuid,
          { cluster_template: template, max_batch_size: maxBatchSize },
          { signal },
        ),
      ).then(({ uuid }) => ({ uuid })),
  });
}

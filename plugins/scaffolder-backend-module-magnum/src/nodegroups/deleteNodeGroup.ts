import { InputError } from '@backstage/errors';
import {
  isNotFound,
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';
import { describeElapsed, followCluster, waitUntilIdle } from '../watch';
import { findNodeGroup } from './findNodeGroup';

export interface DeleteNodeGroupOptions {
  cluster: MagnumCluster;
  name: string;
  dryRun: boolean;
}

export type DeleteNodeGroupResult =
  | { outcome: 'absent' | 'planned' | 'deleted' }
  | { outcome: 'failed'; message: string };

const LONGEST_MS = 30 * 60_000;

/** Deletes a node group with its nodes and waits until it is gone. */
export async function deleteNodeGroup(
  errand: Errand,
  { cluster, name, dryRun }: DeleteNodeGroupOptions,
): Promise<DeleteNodeGroupResult> {
  const group = await findNodeGroup(errand, cluster, name);
  if (!group) {
    errand.log(
      `The cluster ${cluster.name} has no node group ${name}; nothing to delete`,
    );
    return { outcome: 'absent' };
  }
  if (group.is_default) {
    throw new InputError(
      `${name} was made with the cluster ${cluster.name} and goes only with it`,
    );
  }
  const plan = `the node group ${name} of the cluster ${cluster.name} with ${group.node_count} nodes`;
  if (dryRun) {
    errand.log(`Would delete ${plan}`);
    return { outcome: 'planned' };
  }
  if (group.status !== 'DELETE_IN_PROGRESS') {
    await waitUntilIdle(errand, cluster);
    errand.log(`Deleting ${plan}`);
    await ask(errand, cluster, group);
  }
  await errand.tell({ uuid: cluster.uuid, change: 'updated' });
  return waitUntilGone(errand, cluster, group);
}

async function ask(
  errand: Errand,
  cluster: MagnumCluster,
  group: MagnumNodeGroup,
): Promise<void> {
  const { cloud, signal } = errand;
  try {
    await patiently(errand, () =>
      cloud.magnum.deleteNodeGroup(cluster.uuid, group.uuid, { signal }),
    );
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
  }
}

async function waitUntilGone(
  errand: Errand,
  cluster: MagnumCluster,
  before: MagnumNodeGroup,
): Promise<DeleteNodeGroupResult> {
  const { clock, log } = errand;
  const started = clock.now();
  let said = '';
  for await (const seen of followCluster(errand, {
    id: cluster.uuid,
    known: true,
  })) {
    const rest = seen && (await find(errand, cluster.uuid, before.uuid));
    if (!rest) {
      log(`The node group ${before.name} is gone`);
      break;
    }
    const reason = rest.status_reason ? `, ${rest.status_reason}` : '';
    const words = `Node group ${before.name}: ${rest.status}${reason}`;
    const waited = clock.now() - started;
    if (words !== said) {
      said = words;
      log(`${words} (${describeElapsed(waited)})`);
    }
    if (
      rest.status === 'DELETE_FAILED' &&
      rest.updated_at !== before.updated_at
    ) {
      return { outcome: 'failed', message: words };
    }
    if (waited >= LONGEST_MS) {
      return { outcome: 'failed', message: `${words}; not gone in 30 min` };
    }
  }
  return { outcome: 'deleted' };
}

async function find(
  errand: Errand,
  cluster: string,
  uuid: string,
): Promise<MagnumNodeGroup | undefined> {
  const { cloud, signal } = errand;
  try {
    return await patiently(errand, () =>
      cloud.magnum.getNodeGroup(cluster, uuid, { signal }),
    );
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

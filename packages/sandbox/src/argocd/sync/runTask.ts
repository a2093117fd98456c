import { KubernetesResource } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { imagesOf } from '../compare/podImages';
import { ResourceResult, SyncOperation } from '../types';
import { applyObject } from './applyObject';
import { hasSyncOption, hookDeletePolicies } from './hooks';
import { resultHead, subjectOf, SyncTask } from './SyncTask';

export interface RunTaskOptions {
  cluster: DestinationCluster;
  operation: SyncOperation;
}

const GONE_MS = 10_000;

/** Applies or prunes one object; a refusal is the result, not an exception. */
export async function runTask(
  task: SyncTask,
  options: RunTaskOptions,
): Promise<ResourceResult> {
  const { cluster, operation } = options;
  const head = resultHead(task);
  const { apiVersion, kind } = subjectOf(task);
  try {
    const resource = await cluster.find(apiVersion, kind);
    if (!resource) {
      throw new Error('the server could not find the requested resource');
    }
    if (!task.target) {
      return { ...head, ...(await prune(task, resource, options)) };
    }
    const images = templateImages(task);
    const message = await apply(task, resource, options);
    return {
      ...head,
      ...(images.length ? { images } : {}),
      status: 'Synced',
      hookPhase: operation.dryRun ? 'Succeeded' : 'Running',
      message,
    };
  } catch (error) {
    const images = templateImages(task);
    return {
      ...head,
      ...(images.length ? { images } : {}),
      status: 'SyncFailed',
      hookPhase: 'Failed',
      message: (error as Error).message,
    };
  }
}

async function apply(
  task: SyncTask,
  resource: KubernetesResource,
  options: RunTaskOptions,
): Promise<string> {
  const { cluster, operation } = options;
  const { syncOptions = [], dryRun = false } = operation;
  const target = task.target!;
  const wants = (option: string) =>
    syncOptions.includes(option) || hasSyncOption(target, option);
  let { live } = task;
  if (
    task.hook &&
    live &&
    !dryRun &&
    hookDeletePolicies(target).includes('BeforeHookCreation')
  ) {
    await deleteAndWait(task, resource, options);
    live = undefined;
  }
  return applyObject({
    cluster,
    resource,
    target,
    live,
    dryRun,
    serverSide: wants('ServerSideApply=true'),
    replace: wants('Replace=true'),
  });
}

async function prune(
  { live }: SyncTask,
  resource: KubernetesResource,
  { cluster, operation }: RunTaskOptions,
): Promise<Partial<ResourceResult>> {
  const skipped = (message: string) =>
    ({ status: 'PruneSkipped', hookPhase: 'Succeeded', message } as const);
  if (!operation.prune) {
    return skipped('ignored (requires pruning)');
  }
  if (hasSyncOption(live, 'Prune=false')) {
    return skipped('ignored (no prune)');
  }
  const { name, namespace, deletionTimestamp } = live!.metadata;
  if (!operation.dryRun && !deletionTimestamp) {
    await cluster.client.delete(resource, name, {
      namespace,
      propagationPolicy: 'Foreground',
    });
  }
  return {
    status: 'Pruned',
    hookPhase: 'Succeeded',
    message: operation.dryRun ? 'pruned (dry run)' : 'pruned',
  };
}

async function deleteAndWait(
  { key, live }: SyncTask,
  resource: KubernetesResource,
  { cluster }: RunTaskOptions,
): Promise<void> {
  const { name, namespace } = live!.metadata;
  await cluster.client.delete(resource, name, {
    namespace,
    propagationPolicy: 'Background',
  });
  await cluster.live.waitUntilGone(key, AbortSignal.timeout(GONE_MS));
}

interface Template {
  template?: { spec?: Parameters<typeof imagesOf>[0] };
}

function templateImages({ target }: SyncTask): string[] {
  return imagesOf((target?.spec as Template | undefined)?.template?.spec);
}

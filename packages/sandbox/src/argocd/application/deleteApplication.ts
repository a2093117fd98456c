import { KubernetesObject, timestamp } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { findLiveObjects } from '../compare/findLiveObjects';
import { RESOURCES_FINALIZER } from '../constants';
import { hasSyncOption, syncWaveOf } from '../sync/hooks';
import { Application } from '../types';
import { ApplicationContext } from './ApplicationContext';
import { setConditions } from './setConditions';

/** Lets an Application go: with its finalizer only after all that it manages. */
export async function deleteApplication(
  application: Application,
  context: ApplicationContext,
): Promise<void> {
  const finalizer = application.metadata.finalizers?.find(name =>
    name.startsWith(RESOURCES_FINALIZER),
  );
  if (!finalizer) {
    return;
  }
  const found = context.clusters.find(application.spec.destination);
  if ('error' in found) {
    // Nothing is left that could be deleted.
    await release(application, finalizer, context);
    return;
  }
  const { cluster } = found;
  const unreachable = await cluster.failure();
  if (unreachable) {
    await report(
      application,
      `failed to get cluster info for "${cluster.server}": ${unreachable}`,
      context,
    );
    return;
  }
  const live = await findLiveObjects({ application, targets: [], cluster });
  const objects = [...live.values()].filter(
    object =>
      !hasSyncOption(object, 'Delete=false') &&
      !hasSyncOption(object, 'Prune=false'),
  );
  if (objects.length === 0) {
    await release(application, finalizer, context);
    return;
  }
  if (objects.some(({ metadata }) => metadata.deletionTimestamp)) {
    return;
  }
  // What was made last goes first, one wave at a time.
  const last = Math.max(...objects.map(syncWaveOf));
  const propagationPolicy = finalizer.endsWith('/background')
    ? 'Background'
    : 'Foreground';
  await Promise.all(
    objects
      .filter(object => syncWaveOf(object) === last)
      .map(object => remove(object, cluster, propagationPolicy)),
  );
}

async function remove(
  object: KubernetesObject,
  cluster: DestinationCluster,
  propagationPolicy: 'Background' | 'Foreground',
): Promise<void> {
  const resource = await cluster.find(object.apiVersion, object.kind);
  const { name, namespace } = object.metadata;
  if (resource) {
    await cluster.client.delete(resource, name, {
      namespace,
      propagationPolicy,
    });
  }
}

async function release(
  application: Application,
  finalizer: string,
  { save }: ApplicationContext,
): Promise<void> {
  const finalizers = application.metadata.finalizers!.filter(
    name => name !== finalizer,
  );
  await save(application, {
    ...application,
    metadata: { ...application.metadata, finalizers },
  });
}

async function report(
  application: Application,
  message: string,
  { save, now }: ApplicationContext,
): Promise<void> {
  const { status = {} } = application;
  await save(application, {
    ...application,
    status: {
      ...status,
      conditions: setConditions({
        current: status.conditions ?? [],
        found: [{ type: 'DeletionError', message }],
        evaluated: ['DeletionError'],
        now: timestamp(now()),
      }),
    },
  });
}

import {
  KubernetesApiError,
  KubernetesObject,
  KubernetesResource,
} from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { groupOf } from '../clusters/objectKey';
import { FIELD_MANAGER } from '../compare/appliedFields';
import { mergePatchOf } from '../compare/mergePatchOf';
import { predictLive } from '../compare/predictLive';
import { sameJson } from '../compare/sameJson';
import { LAST_APPLIED_ANNOTATION } from '../constants';

export interface ApplyObjectOptions {
  cluster: DestinationCluster;
  resource: KubernetesResource;
  target: KubernetesObject;
  live?: KubernetesObject;
  serverSide: boolean;
  replace: boolean;
  dryRun: boolean;
}

/** Applies an object and says what kubectl would say; throws the server's refusal. */
export async function applyObject(
  options: ApplyObjectOptions,
): Promise<string> {
  const { target, live, dryRun, serverSide, replace } = options;
  const name = nameOf(target);
  if (dryRun) {
    return `${name} ${changeOf(target, live)} (dry run)`;
  }
  if (serverSide) {
    await applyServerSide(options);
    return `${name} serverside-applied`;
  }
  if (!live) {
    return create(options);
  }
  if (replace) {
    await replaceObject(options, live);
    return `${name} replaced`;
  }
  return update(options, live);
}

function nameOf(target: KubernetesObject): string {
  const group = groupOf(target);
  const kind = target.kind.toLowerCase();
  return `${group ? `${kind}.${group}` : kind}/${target.metadata.name}`;
}

function changeOf(target: KubernetesObject, live?: KubernetesObject): string {
  if (!live) {
    return 'created';
  }
  const predicted = predictLive(withLastApplied(target), live);
  return sameJson(predicted, live) ? 'unchanged' : 'configured';
}

async function create(options: ApplyObjectOptions): Promise<string> {
  const { cluster, resource, target } = options;
  try {
    cluster.live.observe(
      await cluster.client.create(resource, withLastApplied(target)),
    );
    return `${nameOf(target)} created`;
  } catch (error) {
    const exists =
      error instanceof KubernetesApiError && error.reason === 'AlreadyExists';
    const live = exists && (await read(options));
    if (!live) {
      throw error;
    }
    return update(options, live);
  }
}

async function update(
  options: ApplyObjectOptions,
  live: KubernetesObject,
): Promise<string> {
  const { cluster, resource, target } = options;
  const { name, namespace } = target.metadata;
  const patch = mergePatchOf(live, predictLive(withLastApplied(target), live));
  if (patch === undefined) {
    return `${nameOf(target)} unchanged`;
  }
  try {
    cluster.live.observe(
      await cluster.client.patch(resource, name, patch, { namespace }),
    );
    return `${nameOf(target)} configured`;
  } catch (error) {
    // Deleted since it was looked at.
    if (error instanceof KubernetesApiError && error.code === 404) {
      return create(options);
    }
    throw error;
  }
}

async function applyServerSide(options: ApplyObjectOptions): Promise<void> {
  const { cluster, resource, target } = options;
  cluster.live.observe(
    await cluster.client.apply(resource, target, {
      force: true,
      manager: FIELD_MANAGER,
    }),
  );
}

async function replaceObject(
  options: ApplyObjectOptions,
  live: KubernetesObject,
): Promise<void> {
  const { cluster, resource, target } = options;
  const { resourceVersion } = live.metadata;
  cluster.live.observe(
    await cluster.client.update(resource, {
      ...target,
      metadata: { ...target.metadata, resourceVersion },
    }),
  );
}

async function read(
  options: ApplyObjectOptions,
): Promise<KubernetesObject | undefined> {
  const { cluster, resource, target } = options;
  const { name, namespace } = target.metadata;
  return cluster.client.get(resource, name, namespace);
}

function withLastApplied(target: KubernetesObject): KubernetesObject {
  const annotations = {
    ...target.metadata.annotations,
    [LAST_APPLIED_ANNOTATION]: `${JSON.stringify(target)}\n`,
  };
  return { ...target, metadata: { ...target.metadata, annotations } };
}

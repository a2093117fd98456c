import { KubernetesObject } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { groupOf, objectKey, versionOf } from '../clusters/objectKey';
import { COMPARE_OPTIONS_ANNOTATION } from '../constants';
import { applicationHealth } from '../health/applicationHealth';
import { isKindPermitted } from '../projects/permissions';
import { Manifests, ManifestSource } from '../render/ManifestSource';
import { isHook, isSkipped, syncWaveOf } from '../sync/hooks';
import {
  Application,
  ApplicationCondition,
  ApplicationSource,
  AppProject,
  HealthCode,
  ResourceStatus,
  SyncCode,
} from '../types';
import { findLiveObjects } from './findLiveObjects';
import { isModified } from './isModified';
import { prepareTargets } from './prepareTargets';
import { isOwnMark, trackedApplication } from './tracking';

/** One object as it should be, as it is, or both. */
export interface ManagedObject {
  key: string;
  target?: KubernetesObject;
  live?: KubernetesObject;
  /** Not there, different, or to be pruned. */
  outOfSync: boolean;
}

export interface Comparison {
  status: SyncCode;
  /** The commit; as it was asked for when it could not be resolved. */
  revision: string;
  health: HealthCode;
  sourceType?: Manifests['sourceType'];
  managed: ManagedObject[];
  hooks: KubernetesObject[];
  resources: ResourceStatus[];
  conditions: ApplicationCondition[];
}

export interface CompareApplicationOptions {
  application: Application;
  project: AppProject;
  cluster: DestinationCluster;
  manifests: ManifestSource;
  source: ApplicationSource;
  revision: string;
}

/** Compares what git says with what the cluster has. */
export async function compareApplication(
  options: CompareApplicationOptions,
): Promise<Comparison> {
  const { application, project, cluster, source } = options;
  const { name } = application.metadata;
  const conditions: ApplicationCondition[] = [];
  const fail = (message: string, type = 'ComparisonError') =>
    conditions.push({ type, message });

  const unreachable = await cluster.failure();
  if (unreachable) {
    const information = `failed to get cluster info for "${cluster.server}": ${unreachable}`;
    fail(`Failed to load live state: ${information}`);
    fail(
      `Failed to load target state: failed to get cluster version for cluster "${cluster.server}": ${information}`,
    );
    fail(unreachable, 'UnknownError');
    return nothing(options.revision, conditions);
  }

  let rendered: Manifests | undefined;
  try {
    rendered = await options.manifests.render(source, options.revision);
  } catch (error) {
    fail(
      `Failed to load target state: failed to generate manifest for source 1 of 1: ${
        (error as Error).message
      }`,
    );
  }
  const { targets, conditions: repeated } = await prepareTargets({
    application: name,
    namespace: application.spec.destination.namespace,
    objects: rendered?.objects ?? [],
    cluster,
  });
  conditions.push(...repeated);

  const hooks = targets.filter(isHook);
  const desired = targets.filter(target => !isHook(target));
  const live = await findLiveObjects({ application, targets, cluster });
  for (const object of live.values()) {
    const other = trackedApplication(object);
    if (other && other !== name) {
      fail(
        `${object.kind}/${object.metadata.name} is part of applications ${application.metadata.namespace}/${name} and ${other}`,
        'SharedResourceWarning',
      );
    }
  }

  const managed = pair(desired, live, application);
  const resources: ResourceStatus[] = [];
  let status: SyncCode = 'Synced';
  for (const object of managed) {
    const summary = summarise(object, name);
    const known = await cluster.find(
      (object.target ?? object.live)!.apiVersion,
      summary.kind,
    );
    if (summary.status === 'OutOfSync' && countsAsOutOfSync(object)) {
      status = 'OutOfSync';
    }
    const permitted = isKindPermitted(
      project,
      { ...summary, group: summary.group ?? '' },
      known?.namespaced ?? false,
    );
    resources.push({
      ...summary,
      ...(!permitted || !rendered ? { status: 'Unknown' as const } : {}),
    });
  }
  if (!rendered) {
    status = 'Unknown';
  } else if (namespaceMetadataChanged(application)) {
    status = 'OutOfSync';
  }
  return {
    status,
    revision: rendered?.commit ?? options.revision,
    health: applicationHealth(managed),
    sourceType: rendered?.sourceType,
    managed,
    hooks,
    resources,
    conditions,
  };
}

function nothing(
  revision: string,
  conditions: ApplicationCondition[],
): Comparison {
  return {
    status: 'Unknown',
    revision,
    health: 'Healthy',
    managed: [],
    hooks: [],
    resources: [],
    conditions,
  };
}

function pair(
  desired: KubernetesObject[],
  live: Map<string, KubernetesObject>,
  application: Application,
): ManagedObject[] {
  const { name } = application.metadata;
  const { ignoreDifferences } = application.spec;
  const wanted = desired.map(target => {
    const key = objectKey(target);
    const current = live.get(key);
    const outOfSync =
      !current || isModified(target, current, ignoreDifferences);
    return { key, target, live: current, outOfSync };
  });
  const keys = new Set(wanted.map(({ key }) => key));
  const extra = [...live]
    .filter(([key, object]) => !keys.has(key) && isOwnMark(name, object))
    .map(([key, object]) => ({ key, live: object, outOfSync: true }));
  return [...wanted, ...extra].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ target, live }: ManagedObject): string {
  const object = (target ?? live)!;
  const { namespace = '', name } = object.metadata;
  return [groupOf(object), object.kind, namespace, name].join('\0');
}

function summarise(object: ManagedObject, application: string): ResourceStatus {
  const { target, live, outOfSync } = object;
  const subject = (live ?? target)!;
  const { namespace, name } = subject.metadata;
  const group = groupOf(subject);
  const hook = isHook(subject);
  const wave = target ? syncWaveOf(target) : 0;
  const counted = !hook && !isSkipped(subject) && isOwnMark(application, live);
  return {
    ...(group ? { group } : {}),
    version: versionOf(subject),
    kind: subject.kind,
    ...(namespace ? { namespace } : {}),
    name,
    ...(counted ? { status: outOfSync ? 'OutOfSync' : 'Synced' } : {}),
    ...(hook ? { hook } : {}),
    ...(target ? {} : { requiresPruning: true }),
    ...(wave ? { syncWave: wave } : {}),
  };
}

function countsAsOutOfSync({ target, live }: ManagedObject): boolean {
  return !(
    !target &&
    live!.metadata.annotations?.[COMPARE_OPTIONS_ANNOTATION]?.includes(
      'IgnoreExtraneous',
    )
  );
}

function namespaceMetadataChanged(application: Application): boolean {
  const wanted = application.spec.syncPolicy?.managedNamespaceMetadata;
  const result = application.status?.operationState?.syncResult;
  return (
    wanted !== undefined &&
    result !== undefined &&
    JSON.stringify(wanted) !== JSON.stringify(result.managedNamespaceMetadata)
  );
}

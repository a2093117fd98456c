import { KubernetesObject } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { applicationHealth } from '../health/applicationHealth';
import { isKindPermitted } from '../projects/permissions';
import { Manifests } from '../render/Manifests';
import { ManifestSource } from '../render/ManifestSource';
import { isHook } from '../sync/hooks';
import {
  Application,
  ApplicationCondition,
  ApplicationSource,
  AppProject,
  HealthCode,
  ResourceStatus,
  SyncCode,
} from '../types';
import { countsAsOutOfSync, summariseObject } from './summariseObject';
import { ManagedObject, pairObjects } from './pairObjects';
import { findLiveObjects } from './findLiveObjects';
import { prepareTargets } from './prepareTargets';
import { trackedApplication } from './tracking';

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

  const managed = pairObjects(desired, live, application);
  const resources: ResourceStatus[] = [];
  let status: SyncCode = 'Synced';
  for (const object of managed) {
    const summary = summariseObject(object, name);
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

function namespaceMetadataChanged(application: Application): boolean {
  const wanted = application.spec.syncPolicy?.managedNamespaceMetadata;
  const result = application.status?.operationState?.syncResult;
  return (
    wanted !== undefined &&
    result !== undefined &&
    JSON.stringify(wanted) !== JSON.stringify(result.managedNamespaceMetadata)
  );
}

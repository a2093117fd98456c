import { KubernetesObject } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { objectKey } from '../clusters/objectKey';
import { TRACKING_ANNOTATION } from '../constants';
import { ApplicationCondition } from '../types';
import { trackingId } from './tracking';

export interface PrepareTargetsOptions {
  application: string;
  namespace?: string;
  objects: KubernetesObject[];
  cluster: DestinationCluster;
}

export interface PreparedTargets {
  targets: KubernetesObject[];
  conditions: ApplicationCondition[];
}

/** Manifests as they are to be applied: namespace, mark, each object once. */
export async function prepareTargets(
  options: PrepareTargetsOptions,
): Promise<PreparedTargets> {
  const { application, objects, cluster } = options;
  const byKey = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const known = await cluster
      .find(object.apiVersion, object.kind)
      .catch(() => undefined);
    // A kind that is not served yet counts as namespaced, as Argo CD has it.
    const target = prepare(object, {
      application,
      namespace: known?.namespaced === false ? undefined : options.namespace,
      clusterScoped: known?.namespaced === false,
    });
    const key = objectKey(target);
    byKey.set(key, [...(byKey.get(key) ?? []), target]);
  }
  const repeated = [...byKey].filter(([, same]) => same.length > 1);
  return {
    targets: [...byKey.values()].map(same => same.at(-1)!),
    conditions: repeated.map(([key, same]) => ({
      type: 'RepeatedResourceWarning',
      message: `Resource ${key.replace(/:(.*)\//, '/$1/')} appeared ${
        same.length
      } times among application resources.`,
    })),
  };
}

function prepare(
  object: KubernetesObject,
  options: {
    application: string;
    namespace?: string;
    clusterScoped: boolean;
  },
): KubernetesObject {
  const { namespace: own, ...metadata } = object.metadata ?? {};
  const namespace = options.clusterScoped
    ? undefined
    : own || options.namespace;
  const target = withEncodedStringData({
    ...object,
    metadata: { ...metadata, ...(namespace ? { namespace } : {}) },
  });
  return {
    ...target,
    metadata: {
      ...target.metadata,
      annotations: {
        ...target.metadata.annotations,
        [TRACKING_ANNOTATION]: trackingId(options.application, target),
      },
    },
  };
}

// The API server keeps `data` only.
function withEncodedStringData(object: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = object;
  if (object.kind !== 'Secret' || !stringData) {
    return object;
  }
  const encoded = Object.entries(stringData as Record<string, string>).map(
    ([key, value]) => [key, Buffer.from(String(value)).toString('base64')],
  );
  return {
    ...rest,
    data: { ...(rest.data as object), ...Object.fromEntries(encoded) },
  } as KubernetesObject;
}

import { isDeepStrictEqual } from 'node:util';
import { ApiResource } from '../registry';
import { StoredObject } from '../types';

/** Built-in kinds that count the changes of their spec; custom resources all do. */
const COUNTED = new Set([
  'pods',
  'replicationcontrollers',
  'apps/deployments',
  'apps/replicasets',
  'apps/statefulsets',
  'apps/daemonsets',
  'batch/jobs',
  'batch/cronjobs',
  'networking.k8s.io/ingresses',
  'networking.k8s.io/ingressclasses',
  'networking.k8s.io/networkpolicies',
  'policy/poddisruptionbudgets',
  'discovery.k8s.io/endpointslices',
  'scheduling.k8s.io/priorityclasses',
  'apiextensions.k8s.io/customresourcedefinitions',
  'admissionregistration.k8s.io/mutatingwebhookconfigurations',
  'admissionregistration.k8s.io/validatingwebhookconfigurations',
  'admissionregistration.k8s.io/validatingadmissionpolicies',
  'admissionregistration.k8s.io/validatingadmissionpolicybindings',
]);

export function hasGeneration(resource: ApiResource): boolean {
  return resource.custom !== undefined || COUNTED.has(resource.storage);
}

/** The generation after an update: one more when anything but metadata and status differs. */
export function nextGeneration(
  resource: ApiResource,
  live: StoredObject,
  updated: StoredObject,
): number | undefined {
  const { generation } = live.metadata;
  if (generation === undefined || !hasGeneration(resource)) {
    return generation;
  }
  const statusCounts = !resource.subresources.some(
    sub => sub.name === 'status',
  );
  const desired = ({ metadata, status, ...rest }: StoredObject) => ({
    ...rest,
    status: statusCounts ? status : undefined,
    apiVersion: undefined,
  });
  return isDeepStrictEqual(desired(live), desired(updated))
    ? generation
    : generation + 1;
}

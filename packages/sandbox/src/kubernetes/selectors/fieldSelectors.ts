import { KubernetesObject } from '../../client/types';
import { badRequest } from '../errors';
import { FieldRequirement } from './parseFieldSelector';

/**
 * Fields that can be selected besides metadata.name and metadata.namespace, by
 * storage. Kubernetes has the same short list in code; it is not in its OpenAPI.
 */
const SELECTABLE: Record<string, string[]> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  secrets: ['type'],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
  services: ['spec.clusterIP', 'spec.type'],
  replicationcontrollers: ['status.replicas'],
  'apps/replicasets': ['status.replicas'],
  'batch/jobs': ['status.successful'],
  'certificates.k8s.io/certificatesigningrequests': ['spec.signerName'],
};

/** What an absent field counts as. */
const DEFAULTS: Record<string, string> = {
  'spec.unschedulable': 'false',
  'spec.hostNetwork': 'false',
  'status.replicas': '0',
  'status.successful': '0',
};

export interface SelectableStorage {
  storage: string;
  /** Only of custom resources. */
  custom?: { selectableFields: string[] };
}

/** Refuses selectors on fields that the kind does not offer. */
export function checkFieldSelector(
  requirements: FieldRequirement[],
  resource: SelectableStorage,
): void {
  const offered = fieldsOf(resource);
  for (const { field } of requirements) {
    if (!offered.includes(field)) {
      throw badRequest(
        resource.custom || offered.length > 2
          ? `field label not supported: ${field}`
          : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
      );
    }
  }
}

/** Whether an object meets every requirement. */
export function matchesFields(
  requirements: FieldRequirement[],
  object: KubernetesObject,
): boolean {
  return requirements.every(
    ({ field, equal, value }) => (valueOf(object, field) === value) === equal,
  );
}

function fieldsOf({ storage, custom }: SelectableStorage): string[] {
  return [
    'metadata.name',
    'metadata.namespace',
    ...(custom?.selectableFields ?? SELECTABLE[storage] ?? []),
  ];
}

function valueOf(object: KubernetesObject, field: string): string {
  if (field === 'source') {
    const source = object.source as { component?: string } | undefined;
    return source?.component || String(object.reportingComponent ?? '');
  }
  const path = field === 'status.successful' ? 'status.succeeded' : field;
  let value: unknown = object;
  for (const step of path.split('.')) {
    value = (value as Record<string, unknown> | undefined)?.[step];
  }
  return value === undefined || value === null
    ? DEFAULTS[field] ?? ''
    : String(value);
}

import { StoredObject } from '../types';
import {
  ageColumn,
  createdAtColumn,
  fieldColumn,
  nameColumn,
} from './commonColumns';
import { formatDuration } from './formatAge';
import { readPath } from './readPath';
import { TableColumn } from './TableColumn';

interface Metric {
  type: string;
  resource?: {
    name: string;
    target?: { averageUtilization?: number; averageValue?: string };
    current?: { averageUtilization?: number; averageValue?: string };
  };
}

const count = (name: string, path: string): TableColumn => ({
  name,
  type: 'integer',
  cell: object => Object.keys((readPath(object, path) ?? {}) as object).length,
});

const flag = (name: string, path: string): TableColumn =>
  fieldColumn(name, path, false);

const webhookColumns = [nameColumn, count('Webhooks', 'webhooks'), ageColumn];
const scalerColumns: TableColumn[] = [
  nameColumn,
  {
    name: 'Reference',
    cell: object =>
      `${readPath(object, 'spec.scaleTargetRef.kind')}/${readPath(
        object,
        'spec.scaleTargetRef.name',
      )}`,
  },
  { name: 'Targets', cell: scalerTargets },
  {
    name: 'MinPods',
    cell: object => String(readPath(object, 'spec.minReplicas') ?? '<unset>'),
  },
  { ...fieldColumn('MaxPods', 'spec.maxReplicas', 0), type: 'string' },
  { ...fieldColumn('Replicas', 'status.currentReplicas', 0), type: 'string' },
  ageColumn,
];

/** Columns of kinds that are seldom looked at, by storage. */
export const otherColumns: Record<string, TableColumn[]> = {
  podtemplates: [
    nameColumn,
    containerField('Containers', 'name'),
    containerField('Images', 'image'),
    {
      name: 'Pod Labels',
      cell: object =>
        Object.entries(
          (readPath(object, 'template.metadata.labels') ?? {}) as object,
        )
          .map(([key, value]) => `${key}=${value}`)
          .join(',') || '<none>',
    },
  ],
  'admissionregistration.k8s.io/mutatingwebhookconfigurations': webhookColumns,
  'admissionregistration.k8s.io/validatingwebhookconfigurations':
    webhookColumns,
  'admissionregistration.k8s.io/validatingadmissionpolicies': [
    nameColumn,
    count('Validations', 'spec.validations'),
    fieldColumn('ParamKind', 'spec.paramKind.kind', '<unset>'),
    ageColumn,
  ],
  'admissionregistration.k8s.io/validatingadmissionpolicybindings': [
    nameColumn,
    fieldColumn('PolicyName', 'spec.policyName', ''),
    fieldColumn('ParamRef', 'spec.paramRef.name', '<unset>'),
    ageColumn,
  ],
  'apiregistration.k8s.io/apiservices': [
    nameColumn,
    fieldColumn('Service', 'spec.service.name', 'Local'),
    {
      name: 'Available',
      cell: object =>
        (
          (readPath(object, 'status.conditions') ?? []) as {
            type: string;
            status: string;
          }[]
        ).find(one => one.type === 'Available')?.status ?? '',
    },
    ageColumn,
  ],
  'apps/controllerrevisions': [
    nameColumn,
    { name: 'Controller', cell: controllerOf },
    { ...fieldColumn('Revision', 'revision', 0), type: 'string' },
    ageColumn,
  ],
  'autoscaling/horizontalpodautoscalers': scalerColumns,
  'certificates.k8s.io/certificatesigningrequests': [
    nameColumn,
    ageColumn,
    fieldColumn('SignerName', 'spec.signerName'),
    fieldColumn('Requestor', 'spec.username', ''),
    {
      name: 'RequestedDuration',
      cell: object => {
        const seconds = readPath(object, 'spec.expirationSeconds');
        return seconds ? formatDuration(Number(seconds) * 1000) : '<none>';
      },
    },
    { name: 'Condition', cell: requestCondition },
  ],
  'networking.k8s.io/ipaddresses': [
    nameColumn,
    {
      name: 'ParentRef',
      cell: object =>
        ['resource', 'namespace', 'name']
          .map(key => readPath(object, `spec.parentRef.${key}`))
          .filter(Boolean)
          .join('/'),
    },
  ],
  'networking.k8s.io/servicecidrs': [
    nameColumn,
    {
      name: 'CIDRs',
      cell: object =>
        ((readPath(object, 'spec.cidrs') ?? []) as string[]).join(','),
    },
    ageColumn,
  ],
  'node.k8s.io/runtimeclasses': [
    nameColumn,
    fieldColumn('Handler', 'handler', ''),
    ageColumn,
  ],
  'policy/poddisruptionbudgets': [
    nameColumn,
    limit('Min Available', 'spec.minAvailable'),
    limit('Max Unavailable', 'spec.maxUnavailable'),
    fieldColumn('Allowed Disruptions', 'status.disruptionsAllowed', 0),
    ageColumn,
  ],
  'scheduling.k8s.io/priorityclasses': [
    nameColumn,
    fieldColumn('Value', 'value', 0),
    flag('Global-Default', 'globalDefault'),
    ageColumn,
    fieldColumn('PreemptionPolicy', 'preemptionPolicy', ''),
  ],
  'storage.k8s.io/csidrivers': [
    nameColumn,
    flag('AttachRequired', 'spec.attachRequired'),
    flag('PodInfoOnMount', 'spec.podInfoOnMount'),
    flag('StorageCapacity', 'spec.storageCapacity'),
    fieldColumn('TokenRequests', 'spec.tokenRequests.audience', '<unset>'),
    flag('RequiresRepublish', 'spec.requiresRepublish'),
    {
      name: 'Modes',
      cell: object =>
        (
          (readPath(object, 'spec.volumeLifecycleModes') ?? []) as string[]
        ).join(','),
    },
    ageColumn,
  ],
  'storage.k8s.io/csinodes': [
    nameColumn,
    count('Drivers', 'spec.drivers'),
    ageColumn,
  ],
  'storage.k8s.io/csistoragecapacities': [nameColumn, createdAtColumn],
  'storage.k8s.io/volumeattachments': [
    nameColumn,
    { ...fieldColumn('Attacher', 'spec.attacher', ''), format: 'name' },
    fieldColumn('PV', 'spec.source.persistentVolumeName', ''),
    fieldColumn('Node', 'spec.nodeName', ''),
    flag('Attached', 'status.attached'),
    ageColumn,
  ],
  'storage.k8s.io/volumeattributesclasses': [
    nameColumn,
    fieldColumn('DriverName', 'driverName', ''),
    ageColumn,
  ],
};

function containerField(name: string, field: string): TableColumn {
  return {
    name,
    cell: object =>
      (
        (readPath(object, 'template.spec.containers') ?? []) as Record<
          string,
          string
        >[]
      )
        .map(one => one[field])
        .join(','),
  };
}

function limit(name: string, path: string): TableColumn {
  return {
    name,
    cell: object => String(readPath(object, path) ?? 'N/A'),
  };
}

function controllerOf({ metadata }: StoredObject): string {
  const owner = metadata.ownerReferences?.find(one => one.controller);
  if (!owner) {
    return '<none>';
  }
  const [group] = owner.apiVersion.split('/');
  return `${owner.kind.toLowerCase()}.${group}/${owner.name}`;
}

function requestCondition(object: StoredObject): string {
  const conditions = (readPath(object, 'status.conditions') ?? []) as {
    type: string;
  }[];
  const said = conditions.map(({ type }) => type);
  const words = said.length > 0 ? said : ['Pending'];
  return readPath(object, 'status.certificate')
    ? `${words.join(',')},Issued`
    : words.join(',');
}

function scalerTargets(object: StoredObject): string {
  const metrics = (readPath(object, 'spec.metrics') ?? []) as Metric[];
  const current = (readPath(object, 'status.currentMetrics') ?? []) as Metric[];
  const said = metrics.map(({ resource }, index) => {
    const now = current[index]?.resource?.current;
    return resource?.target?.averageUtilization === undefined
      ? `${resource?.name}: ${now?.averageValue ?? '<unknown>'}/${
          resource?.target?.averageValue
        }`
      : `${resource.name}: ${
          now?.averageUtilization === undefined
            ? '<unknown>'
            : `${now.averageUtilization}%`
        }/${resource.target.averageUtilization}%`;
  });
  return said.join(', ') || '<none>';
}

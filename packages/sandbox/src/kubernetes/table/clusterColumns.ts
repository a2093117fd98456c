import { StoredObject } from '../types';
import {
  ageColumn,
  createdAtColumn,
  fieldColumn,
  nameColumn,
  wide,
} from './commonColumns';
import { formatAge } from './formatAge';
import { readPath } from './readPath';
import { Cell, TableColumn } from './TableColumn';

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

const size = (name: string, path: string): TableColumn => ({
  name,
  cell: object => Object.keys((readPath(object, path) ?? {}) as object).length,
});

const subjects = (name: string, kind: string): TableColumn =>
  wide({
    name,
    cell: object =>
      ((object.subjects ?? []) as Subject[])
        .filter(one => one.kind === kind)
        .map(one => (one.namespace ? `${one.namespace}/${one.name}` : one.name))
        .join(', '),
  });

const bindingColumns: TableColumn[] = [
  nameColumn,
  {
    name: 'Role',
    cell: object => {
      const { kind, name } = object.roleRef as Subject;
      return `${kind}/${name}`;
    },
  },
  ageColumn,
  subjects('Users', 'User'),
  subjects('Groups', 'Group'),
  subjects('ServiceAccounts', 'ServiceAccount'),
];

const quotaCell =
  (kind: 'Request' | 'Limit') =>
  (object: StoredObject): Cell => {
    const hard = (readPath(object, 'status.hard') ?? {}) as Record<
      string,
      Cell
    >;
    const used = (readPath(object, 'status.used') ?? {}) as Record<
      string,
      Cell
    >;
    return Object.keys(hard)
      .sort()
      .filter(name => name.startsWith('limits.') === (kind === 'Limit'))
      .map(name => `${name}: ${used[name] ?? 0}/${hard[name]}`)
      .join(', ');
  };

const eventAge =
  (path: string): TableColumn['cell'] =>
  (object, now) =>
    formatAge(
      (readPath(object, path) ?? readPath(object, 'eventTime')) as string,
      now,
    );

/** Columns of configuration, access and the cluster itself, by storage. */
export const clusterColumns: Record<string, TableColumn[]> = {
  namespaces: [
    nameColumn,
    fieldColumn('Status', 'status.phase', ''),
    ageColumn,
  ],
  configmaps: [nameColumn, size('Data', 'data'), ageColumn],
  secrets: [
    nameColumn,
    fieldColumn('Type', 'type'),
    size('Data', 'data'),
    ageColumn,
  ],
  serviceaccounts: [nameColumn, ageColumn],
  resourcequotas: [
    nameColumn,
    { name: 'Request', cell: quotaCell('Request') },
    { name: 'Limit', cell: quotaCell('Limit') },
    ageColumn,
  ],
  limitranges: [nameColumn, createdAtColumn],
  events: [
    {
      name: 'Last Seen',
      cell: (object, now) =>
        eventAge(
          readPath(object, 'series')
            ? 'series.lastObservedTime'
            : 'lastTimestamp',
        )(object, now),
    },
    fieldColumn('Type', 'type', ''),
    fieldColumn('Reason', 'reason', ''),
    {
      name: 'Object',
      cell: object =>
        `${String(
          readPath(object, 'involvedObject.kind') ?? '',
        ).toLowerCase()}/${readPath(object, 'involvedObject.name') ?? ''}`,
    },
    wide(fieldColumn('Subobject', 'involvedObject.fieldPath', '')),
    wide({
      name: 'Source',
      cell: object =>
        [
          readPath(object, 'source.component') ??
            readPath(object, 'reportingComponent'),
          readPath(object, 'source.host') ??
            readPath(object, 'reportingInstance'),
        ]
          .filter(Boolean)
          .join(', '),
    }),
    {
      name: 'Message',
      cell: object => String(object.message ?? '').trim(),
    },
    wide({ name: 'First Seen', cell: eventAge('firstTimestamp') }),
    wide({ ...fieldColumn('Count', 'count', 1), type: 'string' }),
    wide(nameColumn),
  ],
  nodes: [
    nameColumn,
    { name: 'Status', cell: nodeStatus },
    { name: 'Roles', cell: nodeRoles },
    ageColumn,
    fieldColumn('Version', 'status.nodeInfo.kubeletVersion', ''),
    wide({ name: 'Internal-IP', cell: nodeAddress('InternalIP') }),
    wide({ name: 'External-IP', cell: nodeAddress('ExternalIP') }),
    wide(fieldColumn('OS-Image', 'status.nodeInfo.osImage', '<unknown>')),
    wide({
      name: 'Kernel-Version',
      cell: object => {
        const kernel = readPath(object, 'status.nodeInfo.kernelVersion');
        const architecture = readPath(object, 'status.nodeInfo.architecture');
        return kernel ? `${kernel} (${architecture})` : '<unknown>';
      },
    }),
    wide(
      fieldColumn(
        'Container-Runtime',
        'status.nodeInfo.containerRuntimeVersion',
        '<unknown>',
      ),
    ),
  ],
  'apiextensions.k8s.io/customresourcedefinitions': [
    nameColumn,
    createdAtColumn,
  ],
  'rbac.authorization.k8s.io/clusterroles': [nameColumn, createdAtColumn],
  'rbac.authorization.k8s.io/roles': [nameColumn, createdAtColumn],
  'rbac.authorization.k8s.io/clusterrolebindings': bindingColumns,
  'rbac.authorization.k8s.io/rolebindings': bindingColumns,
  'coordination.k8s.io/leases': [
    nameColumn,
    fieldColumn('Holder', 'spec.holderIdentity', ''),
    ageColumn,
  ],
};

interface NodeCondition {
  type: string;
  status: string;
}

function nodeStatus(object: StoredObject): string {
  const conditions = (readPath(object, 'status.conditions') ??
    []) as NodeCondition[];
  const ready = conditions.find(({ type }) => type === 'Ready');
  const word = ready?.status === 'True' ? 'Ready' : 'NotReady';
  return [
    ready ? word : 'Unknown',
    ...(readPath(object, 'spec.unschedulable') ? ['SchedulingDisabled'] : []),
  ].join(',');
}

function nodeRoles({ metadata }: StoredObject): string {
  const prefix = 'node-role.kubernetes.io/';
  return (
    Object.keys(metadata.labels ?? {})
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length))
      .sort()
      .join(',') || '<none>'
  );
}

function nodeAddress(type: string) {
  return (object: StoredObject): string => {
    const addresses = (readPath(object, 'status.addresses') ?? []) as {
      type: string;
      address: string;
    }[];
    return addresses.find(one => one.type === type)?.address ?? '<none>';
  };
}

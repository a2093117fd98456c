import { StoredObject } from '../types';
import {
  ageColumn,
  fieldColumn,
  formatLabels,
  formatSelector,
  nameColumn,
  wide,
} from './commonColumns';
import { formatDuration } from './formatAge';
import { readPath } from './readPath';
import { TableColumn } from './TableColumn';

const containersOf = (object: StoredObject) =>
  (readPath(object, 'spec.template.spec.containers') ??
    readPath(object, 'spec.jobTemplate.spec.template.spec.containers') ??
    []) as { name: string; image: string }[];

const templateColumns: TableColumn[] = [
  wide({
    name: 'Containers',
    cell: object =>
      containersOf(object)
        .map(one => one.name)
        .join(','),
  }),
  wide({
    name: 'Images',
    cell: object =>
      containersOf(object)
        .map(one => one.image)
        .join(','),
  }),
];

const selectorColumn = wide({
  name: 'Selector',
  cell: object => formatSelector(readPath(object, 'spec.selector')),
});

const readyOf = (replicas: string): TableColumn => ({
  name: 'Ready',
  cell: object =>
    `${readPath(object, 'status.readyReplicas') ?? 0}/${
      readPath(object, replicas) ?? 0
    }`,
});

const replicaColumns = [
  nameColumn,
  fieldColumn('Desired', 'spec.replicas', 0),
  fieldColumn('Current', 'status.replicas', 0),
  fieldColumn('Ready', 'status.readyReplicas', 0),
  ageColumn,
  ...templateColumns,
];

/** Columns of what runs pods, by storage. */
export const workloadColumns: Record<string, TableColumn[]> = {
  'apps/deployments': [
    nameColumn,
    readyOf('spec.replicas'),
    {
      ...fieldColumn('Up-to-date', 'status.updatedReplicas', 0),
      type: 'string',
    },
    {
      ...fieldColumn('Available', 'status.availableReplicas', 0),
      type: 'string',
    },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  'apps/replicasets': [...replicaColumns, selectorColumn],
  replicationcontrollers: [
    ...replicaColumns,
    wide({
      name: 'Selector',
      cell: object => formatLabels(readPath(object, 'spec.selector')),
    }),
  ],
  'apps/statefulsets': [
    nameColumn,
    readyOf('spec.replicas'),
    ageColumn,
    ...templateColumns,
  ],
  'apps/daemonsets': [
    nameColumn,
    fieldColumn('Desired', 'status.desiredNumberScheduled', 0),
    fieldColumn('Current', 'status.currentNumberScheduled', 0),
    fieldColumn('Ready', 'status.numberReady', 0),
    fieldColumn('Up-to-date', 'status.updatedNumberScheduled', 0),
    fieldColumn('Available', 'status.numberAvailable', 0),
    {
      name: 'Node Selector',
      cell: object =>
        formatLabels(readPath(object, 'spec.template.spec.nodeSelector')),
    },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  'batch/jobs': [
    nameColumn,
    { name: 'Status', cell: jobStatus },
    {
      name: 'Completions',
      cell: jobCompletions,
    },
    {
      name: 'Duration',
      cell: (object, now) => {
        const from = readPath(object, 'status.startTime') as string;
        const to = readPath(object, 'status.completionTime') as string;
        return from
          ? formatDuration(
              (to ? Date.parse(to) : now.getTime()) - Date.parse(from),
            )
          : '';
      },
    },
    ageColumn,
    ...templateColumns,
    selectorColumn,
  ],
  'batch/cronjobs': [
    nameColumn,
    fieldColumn('Schedule', 'spec.schedule'),
    fieldColumn('Timezone', 'spec.timeZone'),
    {
      name: 'Suspend',
      type: 'boolean',
      cell: object => (readPath(object, 'spec.suspend') ? 'True' : 'False'),
    },
    {
      name: 'Active',
      type: 'integer',
      cell: object =>
        ((readPath(object, 'status.active') ?? []) as unknown[]).length,
    },
    {
      name: 'Last Schedule',
      cell: (object, now) => {
        const last = readPath(object, 'status.lastScheduleTime') as string;
        return last
          ? formatDuration(now.getTime() - Date.parse(last))
          : '<none>';
      },
    },
    ageColumn,
    ...templateColumns,
    wide({
      name: 'Selector',
      cell: object =>
        formatSelector(readPath(object, 'spec.jobTemplate.spec.selector')),
    }),
  ],
};

function jobStatus(object: StoredObject): string {
  const conditions = (readPath(object, 'status.conditions') ?? []) as {
    type: string;
    status: string;
  }[];
  const holds = (type: string) =>
    conditions.some(one => one.type === type && one.status === 'True');
  if (object.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  return (
    [
      'Complete',
      'Failed',
      'Suspended',
      'FailureTarget',
      'SuccessCriteriaMet',
    ].find(holds) ?? 'Running'
  );
}

function jobCompletions(object: StoredObject): string {
  const done = readPath(object, 'status.succeeded') ?? 0;
  const wanted = readPath(object, 'spec.completions');
  const parallel = Number(readPath(object, 'spec.parallelism') ?? 0);
  if (wanted !== undefined) {
    return `${done}/${wanted}`;
  }
  return parallel > 1 ? `${done}/1 of ${parallel}` : `${done}/1`;
}

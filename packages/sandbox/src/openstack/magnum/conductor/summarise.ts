import { ClusterRecord } from '../store/records';

/** A cluster is as far as its node groups are: in progress, failed, or complete. */
export function summarise(cluster: ClusterRecord): void {
  const { groups, operations } = cluster;
  const action = operations.some(({ kind }) => kind === 'create')
    ? 'CREATE'
    : 'UPDATE';
  if (operations.length > 0) {
    cluster.status = `${action}_IN_PROGRESS`;
    cluster.statusReason = undefined;
    return;
  }
  const failed = groups.filter(({ status }) => status.endsWith('_FAILED'));
  const done = cluster.status.split('_')[0];
  cluster.status = failed.length > 0 ? `${done}_FAILED` : `${done}_COMPLETE`;
  cluster.statusReason = failed.length
    ? failed.map(({ name }) => `${name} failed`).join(', ')
    : undefined;
}

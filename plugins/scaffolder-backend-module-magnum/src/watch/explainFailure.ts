import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { findObstacle } from './findObstacle';

/**
 * Why something failed: the faults, which name the obstacle where there are
 * any; else the reason of the status; and what node groups say besides.
 */
export function explainFailure(
  cluster: MagnumCluster,
  groups: MagnumNodeGroup[],
): string {
  const { name, status } = cluster;
  const reasons = readReasons(cluster, groups);
  const said = reasons.join('; ') || 'Magnum gives no reason';
  const obstacle = status?.startsWith('CREATE')
    ? findObstacle(reasons)
    : undefined;
  const advice = obstacle
    ? `${said.endsWith('.') ? '' : '.'} ${obstacle.title}: ${obstacle.advice}`
    : '';
  return `Cluster ${name}: ${status}: ${said}${advice}`;
}

function readReasons(
  cluster: MagnumCluster,
  groups: MagnumNodeGroup[],
): string[] {
  const faults = Object.entries(cluster.faults ?? {}).map(
    ([group, text]) => `${group}: ${text}`,
  );
  const reason = cluster.status_reason?.trim();
  const own = faults.length > 0 || !reason ? faults : [reason];
  const failed = groups.filter(({ status }) => status?.endsWith('_FAILED'));
  const more = failed.flatMap(({ name, status, status_reason: text }) =>
    text && !own.some(known => known.includes(text))
      ? [`${name}: ${status}, ${text}`]
      : [],
  );
  const all = [...own, ...more];
  return all.length > 0
    ? all
    : failed.map(({ name, status }) => `${name}: ${status}`);
}

import { MagnumView } from '../subject/MagnumView';
import { nodesOf } from '../subject/nodesOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { creatorWords } from './creatorWords';
import { waitingFor } from './waitingFor';

/** Nodes of a cluster whose API answers are not ready. */
export function nodesNotReady(view: MagnumView): Cause | undefined {
  const { cluster, phase, row } = view;
  if (phase.outcome !== 'COMPLETE' || cluster.health !== 'UNHEALTHY') {
    return undefined;
  }
  const nodes = nodesOf(view);
  const groups = waitingGroups(view);
  const workers = nodes.filter(({ isWorker }) => isWorker);
  const isIdle = workers.length > 0 && !workers.some(({ isReady }) => isReady);
  const notReady = nodes.filter(({ isReady }) => !isReady);
  const hit = notReady.map(({ name }) => name);
  if (
    hit.length === 0 &&
    groups.length === 0 &&
    creatorWords(view).length > 0
  ) {
    return undefined;
  }
  return {
    code: 'cluster.health.node-not-ready',
    status: isIdle ? 'failing' : 'degraded',
    evidence: refOf(row),
    says: waitingFor(cluster).join('; ') || 'UNHEALTHY',
    impact: hit.length > 0 ? hit : groups,
  };
}

/** Where nodes are not named: the node groups that wait. */
function waitingGroups({ cluster, nodeGroups }: MagnumView): string[] {
  const words = cluster.healthReasons.nodegroup ?? '';
  return nodeGroups
    .map(({ slice }) => slice.name)
    .filter(name => words.includes(`${name} waiting`));
}

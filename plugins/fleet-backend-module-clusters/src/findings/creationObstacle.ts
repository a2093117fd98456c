import {
  ClusterCause,
  obstaclesIn,
} from '@slipway/backstage-plugin-clusters-common';
import { createDeadline } from '../subject/createDeadline';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';
import { creatorWords } from './creatorWords';
import { quote } from './quote';
import { rootOfObstacle } from './rootOfObstacle';
import { textsOf, Words } from './textsOf';

/** Whether an obstacle counts while the creation goes on; others wait until it failed. */
const HOLDS: Partial<Record<ClusterCause, 'at-once' | 'after-timeout'>> = {
  'cluster.create.quota-exceeded': 'at-once',
  'cluster.network.floating-ips-exhausted': 'at-once',
  'cluster.create.no-valid-host': 'at-once',
  'cluster.loadbalancer.failed': 'after-timeout',
};
const CREATOR_GONE = 'cluster.credentials.creator-gone';

/** The text that names what keeps a cluster from coming into being. */
export function creationObstacle(view: MagnumView): Cause | undefined {
  const { phase } = view;
  if (phase.operation !== 'CREATE' || phase.outcome === 'COMPLETE') {
    return undefined;
  }
  const words = textsOf(view);
  const code = obstaclesIn(words.map(({ text }) => text)).find(
    obstacle => obstacle !== CREATOR_GONE && counts(view, obstacle),
  );
  if (code) {
    const named = words.filter(({ text }) =>
      obstaclesIn([text]).includes(code),
    );
    return found(view, code, named);
  }
  const gone = creatorWords(view);
  return gone.length > 0
    ? found(view, CREATOR_GONE, gone, 'failing')
    : undefined;
}

function counts(view: MagnumView, code: ClusterCause): boolean {
  const holds = HOLDS[code];
  return (
    view.phase.outcome === 'FAILED' ||
    holds === 'at-once' ||
    (holds === 'after-timeout' && view.moments.hasCome(createDeadline(view)))
  );
}

function found(
  view: MagnumView,
  code: ClusterCause,
  words: Words[],
  status?: Cause['status'],
): Cause {
  return {
    code,
    evidence: refOf(view.row),
    says: quote(words),
    status,
    root: rootOfObstacle(view, code, words),
    since: view.cluster.updatedAt ?? view.cluster.createdAt,
  };
}

import { ClusterCause } from '@slipway/backstage-plugin-clusters-common';
import { createDeadline } from '../subject/createDeadline';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';
import { isFlavorUnusable } from '../texts/isFlavorUnusable';
import { isFloatingIpMissing } from '../texts/isFloatingIpMissing';
import { isImageUnusable } from '../texts/isImageUnusable';
import { isLoadBalancerFailed } from '../texts/isLoadBalancerFailed';
import { isNoValidHost } from '../texts/isNoValidHost';
import { isQuotaExceeded } from '../texts/isQuotaExceeded';
import { isTrustRefused } from '../texts/isTrustRefused';
import { Cause } from './Cause';
import { creatorWords } from './creatorWords';
import { quote } from './quote';
import { rootOfObstacle } from './rootOfObstacle';
import { textsOf, Words } from './textsOf';

interface Obstacle {
  code: ClusterCause;
  isIn(text: string): boolean;
  /** Whether it counts while the creation goes on. */
  holds: 'at-once' | 'after-timeout' | 'when-failed';
}

/** In the order of CAUSES-clusters.md: the first that a text names is the cause. */
const OBSTACLES: Obstacle[] = [
  {
    code: 'cluster.create.trust-refused',
    isIn: isTrustRefused,
    holds: 'when-failed',
  },
  {
    code: 'cluster.create.image-unusable',
    isIn: isImageUnusable,
    holds: 'when-failed',
  },
  {
    code: 'cluster.create.flavor-unusable',
    isIn: isFlavorUnusable,
    holds: 'when-failed',
  },
  {
    code: 'cluster.create.quota-exceeded',
    isIn: isQuotaExceeded,
    holds: 'at-once',
  },
  {
    code: 'cluster.network.floating-ips-exhausted',
    isIn: isFloatingIpMissing,
    holds: 'at-once',
  },
  {
    code: 'cluster.create.no-valid-host',
    isIn: isNoValidHost,
    holds: 'at-once',
  },
  {
    code: 'cluster.loadbalancer.failed',
    isIn: isLoadBalancerFailed,
    holds: 'after-timeout',
  },
];

/** The text that names what keeps a cluster from coming into being. */
export function creationObstacle(view: MagnumView): Cause | undefined {
  const { phase } = view;
  if (phase.operation !== 'CREATE' || phase.outcome === 'COMPLETE') {
    return undefined;
  }
  const words = textsOf(view);
  for (const obstacle of OBSTACLES) {
    const named = words.filter(({ text }) => obstacle.isIn(text));
    if (named.length > 0 && counts(view, obstacle)) {
      return found(view, obstacle.code, named);
    }
  }
  const gone = creatorWords(view);
  return gone.length > 0
    ? found(view, 'cluster.credentials.creator-gone', gone, 'failing')
    : undefined;
}

function counts(view: MagnumView, { holds }: Obstacle): boolean {
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

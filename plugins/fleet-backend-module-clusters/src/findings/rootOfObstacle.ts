import {
  ClusterCause,
  isFloatingIpQuota,
} from '@slipway/backstage-plugin-clusters-common';
import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { MagnumView } from '../subject/MagnumView';
import { Words } from './textsOf';

const QUOTED = /quota exceeded/i;
const NETWORK = /\bavailable on network:?\s+['"(]*([\w-]+)/i;
const NETWORK_ID =
  /\bnetwork:?\s+['"(]*([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})\b/i;

/** What must be mended; the cluster itself where it is nothing else. */
export function rootOfObstacle(
  view: MagnumView,
  code: ClusterCause,
  words: Words[],
): string | undefined {
  const { cluster, template } = view;
  switch (code) {
    case 'cluster.create.quota-exceeded':
      return thing(view, 'Quota', cluster.project);
    case 'cluster.network.floating-ips-exhausted':
      return words.some(
        ({ text }) => QUOTED.test(text) || isFloatingIpQuota(text),
      )
        ? thing(view, 'Quota', cluster.project)
        : thing(
            view,
            'Network',
            networkIn(words) ?? template?.slice.externalNetwork,
          );
    case 'cluster.create.image-unusable':
      return thing(view, 'Image', template?.slice.image);
    default:
      return undefined;
  }
}

function thing({ cloud }: MagnumView, kind: string, name?: string) {
  return name && formatRoot({ scope: cloud, kind, namespace: '', name });
}

/** `No more IP addresses available on network 5e2f….` */
function networkIn(words: Words[]): string | undefined {
  return words.flatMap(
    ({ text }) => (NETWORK.exec(text) ?? NETWORK_ID.exec(text))?.[1] ?? [],
  )[0];
}

import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { renewOperation } from './operations/renewOperation';
import { quoteWord } from './operations/quoteWord';

/** What can be done about a certificate from here. */
export function remedies(
  item: CertificateItem,
  read: Reader,
  now: Date,
): Remedy[] {
  const check = renewOperation.check(item, read, now);
  const renew: Remedy = {
    kind: 'operation',
    operation: renewOperation.id,
    title: renewOperation.title,
    ...(check.outcome === 'refused'
      ? { effect: '', refused: check.reason }
      : { effect: [check.effect, check.cost].filter(Boolean).join(' ') }),
  };
  return [renew, ...lookCloser(item)];
}

function lookCloser({ finding, ref }: CertificateItem): Remedy[] {
  if (!finding || finding.status === 'unknown') {
    return [];
  }
  const { kind, namespace, name } = finding.evidence;
  const where = namespace ? ` --namespace ${quoteWord(namespace)}` : '';
  return [
    {
      kind: 'command',
      title: `Look at ${kind} ${name}`,
      effect: 'Nothing is changed.',
      command: `kubectl describe ${kind.toLowerCase()} ${quoteWord(
        name,
      )}${where} --context ${quoteWord(ref.cluster)}`,
    },
  ];
}

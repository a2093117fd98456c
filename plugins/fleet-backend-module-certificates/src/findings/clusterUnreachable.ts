import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { formatTime } from '../texts/formatTime';
import { Cause } from './Cause';
import { CertificateView } from '../subject/CertificateView';

/** Nobody answers who could say how the certificate is. */
export function clusterUnreachable(view: CertificateView): Cause | undefined {
  const source = view.read.source(view.source);
  if (!source || source.reachable) {
    return undefined;
  }
  const { cluster } = view.ref;
  const evidence = {
    scope: cluster,
    kind: 'Cluster',
    namespace: '',
    name: cluster,
  };
  const since = source.lastContact ?? source.since;
  return {
    code: 'certificate.cluster.unreachable',
    evidence,
    says: source.error ?? `No answer since ${formatTime(since)}`,
    root: formatRoot(evidence),
    since,
  };
}

import { IngressProxy, startIngress } from '../ingress';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { Ports } from '../ports/choosePorts';
import { ingressClusterOf } from './ingressClusterOf';
import { Cluster } from './startCluster';

export interface StartProxyOptions {
  /** Each serves a zone. */
  members: Cluster[];
  ports: Ports;
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** The proxy behind which the services of all clusters answer. */
export function startProxy(options: StartProxyOptions): Promise<IngressProxy> {
  const { members, ports, ca, signal, log } = options;
  return startIngress({
    clusters: members.map(ingressClusterOf),
    httpPort: ports.http,
    httpsPort: ports.https,
    ca,
    signal,
    log,
  });
}

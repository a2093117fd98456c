import { IngressProxy, startIngress } from '../ingress';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { Ports } from '../ports/choosePorts';
import { Cluster } from './startCluster';
import { WILDCARD_SECRET } from './zoneObjects';

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
    clusters: members.map(({ plan, client, workloads }) => ({
      name: plan.name,
      client: client('nginx-ingress'),
      zone: plan.zone!,
      wildcardSecret: WILDCARD_SECRET,
      network: workloads.network,
    })),
    httpPort: ports.http,
    httpsPort: ports.https,
    ca,
    signal,
    log,
  });
}

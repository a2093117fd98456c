import { KubernetesObject } from '../client';
import { ClusterPlan } from './clusters';

/** What the hub is told about a cluster. */
export interface Registration {
  plan: ClusterPlan;
  server: string;
  caPem: string;
  /** Argo CD's token. */
  managerToken: string;
  /** The fleet's token, which may read all but Secrets. */
  readerToken: string;
  /** For the small audited operations. */
  operatorToken: string;
}

/** The Secrets by which Argo CD and the fleet learn of a cluster. */
export function registrationSecrets(
  registration: Registration,
): KubernetesObject[] {
  const { plan, managerToken, readerToken, operatorToken } = registration;
  return [
    secret({
      registration,
      namespace: 'argocd',
      labels: {
        'argocd.argoproj.io/secret-type': 'cluster',
        ...plan.labels,
      },
      data: { config: connection(registration, managerToken) },
    }),
    secret({
      registration,
      namespace: 'slipway-fleet',
      labels: { 'slipway.dev/secret-type': 'cluster', ...plan.labels },
      data: {
        config: connection(registration, readerToken),
        operatorConfig: connection(registration, operatorToken),
      },
    }),
  ];
}

function secret(options: {
  registration: Registration;
  namespace: string;
  labels: Record<string, string>;
  data: Record<string, string>;
}): KubernetesObject {
  const { plan, server } = options.registration;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `cluster-${plan.name}`,
      namespace: options.namespace,
      labels: options.labels,
      ...(plan.zone ? { annotations: { 'slipway.dev/zone': plan.zone } } : {}),
    },
    type: 'Opaque',
    stringData: { name: plan.name, server, ...options.data },
  };
}

// The shape of Argo CD's own cluster Secrets.
function connection({ caPem }: Registration, bearerToken: string): string {
  return JSON.stringify({
    bearerToken,
    tlsClientConfig: { caData: Buffer.from(caPem).toString('base64') },
  });
}

import { KubernetesObject } from '../client';
import { ClusterPlan } from './clusters';

/** What the hub is told about a cluster. */
export interface Registration {
  plan: ClusterPlan;
  server: string;
  caPem: string;
  /** The fleet's token, which may read all but Secrets. */
  readerToken: string;
  /** For the small audited operations. */
  operatorToken?: string;
}

/** The Secret by which Argo CD learns of a cluster. */
export function argoCdRegistration(
  registration: Registration & { managerToken: string },
): KubernetesObject {
  return secret({
    registration,
    namespace: 'argocd',
    type: 'argocd.argoproj.io/secret-type',
    data: { config: connection(registration, registration.managerToken) },
  });
}

/** The Secret by which the fleet learns of a cluster. */
export function fleetRegistration(
  registration: Registration,
): KubernetesObject {
  const { readerToken, operatorToken } = registration;
  return secret({
    registration,
    namespace: 'slipway-fleet',
    type: 'slipway.dev/secret-type',
    data: {
      config: connection(registration, readerToken),
      ...(operatorToken
        ? { operatorConfig: connection(registration, operatorToken) }
        : {}),
    },
  });
}

function secret(options: {
  registration: Registration;
  namespace: string;
  /** The label that says what kind of Secret it is. */
  type: string;
  data: Record<string, string>;
}): KubernetesObject {
  const { plan, server } = options.registration;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `cluster-${plan.name}`,
      namespace: options.namespace,
      labels: {
        [options.type]: 'cluster',
        'slipway.dev/owner': 'platform-team',
        ...plan.labels,
      },
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

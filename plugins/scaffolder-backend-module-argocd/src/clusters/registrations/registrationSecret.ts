import {
  ANNOTATION_CLOUD,
  ANNOTATION_COMPONENTS,
  ANNOTATION_MAGNUM_CLUSTER,
  ANNOTATION_UNVERIFIED,
  ANNOTATION_ZONE,
  LABEL_OWNER,
  LABEL_STAGE,
} from '@slipway/backstage-plugin-fleet-common';
import { DesiredObject, FIELD_MANAGER } from '../../hubs';
import { RegistrationPlace } from './RegistrationPlace';

/** What the hub is told about a cluster besides how to sign in. */
export interface RegistrationFacts {
  name: string;
  server: string;
  owner: string;
  cloud: string;
  /** UUID in Magnum. */
  clusterId: string;
  zone?: string;
  stage?: string;
  components: string[];
  proxyUrl?: string;
  /** Further ones. */
  labels: Record<string, string>;
  /** Further ones. */
  annotations: Record<string, string>;
}

/** How readers sign in, or why they cannot. */
export type RegistrationCredential =
  | { caPem: string; token: string; operatorToken?: string }
  | { caPem: string; unverified: string };

/**
 * The Secret by which Argo CD, or the fleet, learns of a cluster. Without a
 * credential nothing selects the cluster and Argo CD leaves it alone.
 */
export function registrationSecret(options: {
  place: RegistrationPlace;
  secret: string;
  facts: RegistrationFacts;
  credential: RegistrationCredential;
}): DesiredObject {
  const { credential, facts, place, secret } = options;
  const unverified =
    'unverified' in credential ? credential.unverified : undefined;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: secret,
      labels: {
        ...(unverified === undefined && selectableLabels(facts)),
        [place.label]: 'cluster',
        'app.kubernetes.io/managed-by': FIELD_MANAGER,
        [LABEL_OWNER]: facts.owner,
      },
      annotations: {
        ...facts.annotations,
        ...annotationsOf(facts),
        ...(unverified !== undefined && {
          [ANNOTATION_UNVERIFIED]: unverified,
          ...(place.reader === 'argocd' && {
            'argocd.argoproj.io/skip-reconcile': 'true',
          }),
        }),
      },
    },
    type: 'Opaque',
    data: encoded({
      name: facts.name,
      server: facts.server,
      ...connections(place, facts, credential),
    }),
  };
}

function selectableLabels({ labels, stage }: RegistrationFacts) {
  return { ...labels, ...(stage && { [LABEL_STAGE]: stage }) };
}

function annotationsOf(facts: RegistrationFacts): Record<string, string> {
  const { cloud, clusterId, components, zone } = facts;
  return {
    [ANNOTATION_CLOUD]: cloud,
    [ANNOTATION_MAGNUM_CLUSTER]: clusterId,
    ...(zone && { [ANNOTATION_ZONE]: zone }),
    ...(components.length > 0 && {
      [ANNOTATION_COMPONENTS]: components.join(','),
    }),
  };
}

function connections(
  place: RegistrationPlace,
  facts: RegistrationFacts,
  credential: RegistrationCredential,
): Record<string, string> {
  const connection = (bearerToken?: string) =>
    JSON.stringify({
      ...(bearerToken && { bearerToken }),
      tlsClientConfig: {
        caData: Buffer.from(credential.caPem).toString('base64'),
      },
      ...(facts.proxyUrl && { proxyUrl: facts.proxyUrl }),
    });
  if ('unverified' in credential) {
    return { config: connection() };
  }
  const { operatorToken, token } = credential;
  return {
    config: connection(token),
    ...(place.reader === 'fleet' &&
      operatorToken && { operatorConfig: connection(operatorToken) }),
  };
}

function encoded(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      Buffer.from(text).toString('base64'),
    ]),
  );
}

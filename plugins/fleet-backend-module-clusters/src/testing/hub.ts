import { KubernetesObject } from '@slipway/backstage-plugin-fleet-node/engine';
import { TestKubernetes } from './judge';
import { ago } from './times';

/** A cluster Secret of Argo CD. */
export function clusterSecret(options: {
  name: string;
  server: string;
  /** Of the Secret. */
  secret?: string;
  metadata?: object;
}): KubernetesObject {
  const { name, server, secret = `cluster-${name}`, metadata } = options;
  const encode = (text: string) => Buffer.from(text).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: secret,
      namespace: 'argocd',
      uid: `secret-${secret}`,
      creationTimestamp: new Date(ago('5d')).toISOString(),
      labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
      ...metadata,
    },
    data: {
      name: encode(name),
      server: encode(server),
      config: encode('{"bearerToken":"canary"}'),
    },
  };
}

/** An Application that goes to a cluster. */
export function application(
  name: string,
  destination: { name?: string; server?: string },
  message?: string,
): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', uid: `application-${name}` },
    spec: { project: 'default', destination },
    status: {
      conditions: message
        ? [
            {
              type: 'InvalidSpecError',
              message,
              lastTransitionTime: new Date(ago('2h')).toISOString(),
            },
          ]
        : [],
    },
  };
}

/** A cluster on which Argo CD runs, with its Secrets and Applications. */
export function hub(
  objects: KubernetesObject[],
  fields: Partial<TestKubernetes> = {},
): TestKubernetes {
  return { name: 'hub', reachable: true, objects, ...fields };
}

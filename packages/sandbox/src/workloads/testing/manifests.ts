import { Container, Deployment, Service } from '../types';

const NAMESPACE = 'shop-dev';

/** A Deployment with one container, as a service's repository has it. */
export function deploymentManifest(options: {
  name: string;
  image: string;
  replicas?: number;
  container?: Partial<Container>;
  spec?: Partial<Deployment['spec']>;
}): Deployment {
  const { name, image, replicas = 1, container, spec } = options;
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          terminationGracePeriodSeconds: 5,
          containers: [
            {
              name: 'app',
              image,
              ports: [{ name: 'http', containerPort: 8080 }],
              readinessProbe: {
                httpGet: { path: '/', port: 'http' },
                periodSeconds: 1,
              },
              ...container,
            },
          ],
        },
      },
      ...spec,
    },
  };
}

/** The Service in front of such a Deployment, on port 80. */
export function serviceManifest(name: string): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      selector: { app: name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  };
}

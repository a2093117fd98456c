import { ago } from '../times';
import { Fields, testObject, TestObject } from './testObject';

export function apiService(group: string, available: Fields): TestObject {
  return testObject({
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    name: `v1alpha1.${group}`,
    spec: { group, service: { name: 'webhook', namespace: 'cert-manager' } },
    status: { conditions: [available] },
  });
}

export function solverRoute(
  owner: TestObject,
  kind: 'Ingress' | 'HTTPRoute',
  status: Fields = {},
): TestObject {
  return testObject({
    apiVersion:
      kind === 'Ingress'
        ? 'networking.k8s.io/v1'
        : 'gateway.networking.k8s.io/v1',
    kind,
    name: 'cm-acme-http-solver-x',
    namespace: owner.metadata.namespace,
    created: ago('1h'),
    owner,
    status,
  });
}

import { ago } from '../times';
import { Fields, testObject, TestObject } from './testObject';

export function order(owner: TestObject, status: Fields): TestObject {
  return testObject({
    apiVersion: 'acme.cert-manager.io/v1',
    kind: 'Order',
    name: `${owner.metadata.name}-77`,
    namespace: owner.metadata.namespace,
    created: ago('1h'),
    owner,
    metadata: {
      annotations: {
        'cert-manager.io/certificate-name': owner.metadata.name.replace(
          /-\d+$/,
          '',
        ),
      },
    },
    status,
  });
}

export function challenge(
  owner: TestObject,
  options: {
    type?: 'HTTP-01' | 'DNS-01';
    solver?: Fields;
    status: Fields;
    name?: string;
  },
): TestObject {
  const { type = 'DNS-01', name = '1' } = options;
  return testObject({
    apiVersion: 'acme.cert-manager.io/v1',
    kind: 'Challenge',
    name: `${owner.metadata.name}-${name}`,
    namespace: owner.metadata.namespace,
    created: ago('1h'),
    owner,
    spec: {
      type,
      dnsName: 'shop.example.org',
      solver: options.solver ?? {
        [type === 'DNS-01' ? 'dns01' : 'http01']: { rfc2136: {} },
      },
    },
    status: { state: 'pending', processing: true, ...options.status },
  });
}

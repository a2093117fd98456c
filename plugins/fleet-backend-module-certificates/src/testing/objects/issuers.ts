import { cond } from './cond';
import { Fields, testObject, TestObject } from './testObject';

export function issuer(
  options: {
    kind?: 'Issuer' | 'ClusterIssuer';
    name?: string;
    namespace?: string;
    spec?: Fields;
    ready?: Fields | null;
    created?: string;
  } = {},
): TestObject {
  const { kind = 'ClusterIssuer', name = 'letsencrypt', ready } = options;
  return testObject({
    apiVersion: 'cert-manager.io/v1',
    kind,
    name,
    namespace: kind === 'Issuer' ? options.namespace ?? 'shop' : undefined,
    created: options.created,
    spec: options.spec ?? {
      acme: { solvers: [{ dns01: { rfc2136: {} } }] },
    },
    status: {
      conditions:
        ready === null
          ? []
          : [ready ?? cond('Ready=True/ACMEAccountRegistered')],
    },
  });
}

export function secret(
  name: string,
  options: { namespace?: string; filledFor?: string; data?: Fields } = {},
): TestObject {
  const { namespace = 'shop', filledFor = name, data } = options;
  return {
    ...testObject({
      apiVersion: 'v1',
      kind: 'Secret',
      name,
      namespace,
      metadata: {
        annotations: { 'cert-manager.io/certificate-name': filledFor },
      },
    }),
    data: data ?? { 'tls.key': 'cmVtb3ZlZA==' },
  };
}

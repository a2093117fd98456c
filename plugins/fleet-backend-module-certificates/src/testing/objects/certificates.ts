import { ago } from '../times';
import { cond } from './cond';
import { Fields, testObject, TestObject } from './testObject';

/** Issued 60 days ago for 90, so its renewal is due now; healthy but for that. */
export function certificate(
  options: {
    name?: string;
    namespace?: string;
    created?: string;
    spec?: Fields;
    status?: Fields;
    conditions?: Fields[];
    metadata?: Fields;
  } = {},
): TestObject {
  const { name = 'shop-tls', namespace = 'shop', conditions } = options;
  return testObject({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    name,
    namespace,
    created: options.created,
    metadata: options.metadata,
    spec: {
      secretName: name,
      dnsNames: [`${name.replace(/-tls$/, '')}.example.org`],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
      ...options.spec,
    },
    status: {
      notBefore: ago('61d'),
      notAfter: ago('-29d'),
      renewalTime: ago('1d'),
      revision: 3,
      conditions: conditions ?? [cond('Ready=True/Ready')],
      ...options.status,
    },
  });
}

/** Never issued; an issuance is under way since some time. */
export function firstIssuance(
  since: string,
  options: Parameters<typeof certificate>[0] = {},
): TestObject {
  const text = 'Issuing certificate as Secret does not exist';
  const made = certificate({
    created: ago(since),
    conditions: [
      cond('Issuing=True/DoesNotExist', text, ago(since)),
      cond('Ready=False/DoesNotExist', text, ago(since)),
    ],
    ...options,
  });
  const { conditions } = made.status;
  return { ...made, status: { conditions, ...options.status } };
}

/** A renewal under way since some time, due since then. */
export function renewal(
  since: string,
  options: Parameters<typeof certificate>[0] = {},
): TestObject {
  return certificate({
    conditions: [
      cond('Issuing=True/Renewing', 'Renewing certificate', ago(since)),
      cond('Ready=True/Ready'),
    ],
    ...options,
    status: { renewalTime: ago(since), ...options.status },
  });
}

/** A renewal that failed, with the text that was copied up. */
export function failedRenewal(
  text: string,
  options: Parameters<typeof certificate>[0] & { attempts?: number } = {},
): TestObject {
  const { attempts = 8 } = options;
  return certificate({
    conditions: [
      cond(
        'Issuing=False/Failed',
        `The certificate request has failed to complete and will be retried: ${text}`,
        ago('5h'),
      ),
      cond('Ready=True/Ready'),
    ],
    ...options,
    status: {
      renewalTime: ago('4d'),
      lastFailureTime: ago('5h'),
      failedIssuanceAttempts: attempts,
      ...options.status,
    },
  });
}

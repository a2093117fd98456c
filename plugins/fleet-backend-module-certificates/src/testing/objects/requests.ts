import { ago } from '../times';
import { cond } from './cond';
import { Fields, testObject, TestObject } from './testObject';

export function request(
  owner: TestObject,
  options: {
    conditions?: Fields[];
    created?: string;
    revision?: number;
    status?: Fields;
  } = {},
): TestObject {
  const revision = options.revision ?? Number(owner.status.revision ?? 0) + 1;
  return testObject({
    apiVersion: 'cert-manager.io/v1',
    kind: 'CertificateRequest',
    name: `${owner.metadata.name}-${revision}`,
    namespace: owner.metadata.namespace,
    created: options.created ?? ago('1h'),
    owner,
    metadata: {
      annotations: {
        'cert-manager.io/certificate-name': owner.metadata.name,
        'cert-manager.io/certificate-revision': String(revision),
      },
    },
    status: {
      conditions: options.conditions ?? [
        cond('Approved=True/cert-manager.io'),
        cond('Ready=False/Pending', 'Waiting', ago('1h')),
      ],
      ...options.status,
    },
  });
}

import { cond } from './cond';
import { Fields, testObject, TestObject } from './testObject';

export function controller(available = 1, spec: Fields = {}): TestObject {
  return testObject({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'cert-manager',
    namespace: 'cert-manager',
    metadata: {
      labels: {
        'app.kubernetes.io/name': 'cert-manager',
        'app.kubernetes.io/component': 'controller',
      },
    },
    spec: { replicas: 1, ...spec },
    status: {
      availableReplicas: available || undefined,
      conditions: [
        available
          ? cond('Available=True/MinimumReplicasAvailable')
          : cond('Available=False/X', 'No minimum availability.'),
      ],
    },
  });
}

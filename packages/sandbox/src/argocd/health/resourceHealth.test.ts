import { KubernetesObject } from '../../client';
import { resourceHealth } from './resourceHealth';

function object(
  apiVersion: string,
  kind: string,
  fields: { spec?: object; status?: object; metadata?: object },
): KubernetesObject {
  const { metadata, ...rest } = fields;
  return {
    apiVersion,
    kind,
    metadata: { name: 'x', generation: 2, ...metadata },
    ...rest,
  };
}

function deployment(spec: object, status: object) {
  return object('apps/v1', 'Deployment', {
    spec: { replicas: 2, ...spec },
    status: { observedGeneration: 2, ...status },
  });
}

const READY = { replicas: 2, updatedReplicas: 2, availableReplicas: 2 };
const condition = (type: string, status: string, message: string) => ({
  conditions: [{ type, status, message }],
});

describe('resourceHealth', () => {
  it.each([
    [deployment({}, READY), 'Healthy', undefined],
    [deployment({ paused: true }, READY), 'Suspended', 'Deployment is paused'],
    [
      deployment({}, { ...READY, observedGeneration: 1 }),
      'Progressing',
      'Waiting for rollout to finish: observed deployment generation less than desired generation',
    ],
    [
      deployment({}, { ...READY, updatedReplicas: 1 }),
      'Progressing',
      'Waiting for rollout to finish: 1 out of 2 new replicas have been updated...',
    ],
    [
      deployment({}, { ...READY, replicas: 3 }),
      'Progressing',
      'Waiting for rollout to finish: 1 old replicas are pending termination...',
    ],
    [
      deployment({}, { ...READY, availableReplicas: 1 }),
      'Progressing',
      'Waiting for rollout to finish: 1 of 2 updated replicas are available...',
    ],
    [
      deployment(
        {},
        {
          ...READY,
          conditions: [
            { type: 'Progressing', reason: 'ProgressDeadlineExceeded' },
          ],
        },
      ),
      'Degraded',
      'Deployment "x" exceeded its progress deadline',
    ],
    [
      object('networking.k8s.io/v1', 'Ingress', { status: {} }),
      'Progressing',
      undefined,
    ],
    [
      object('v1', 'Service', { spec: { type: 'LoadBalancer' } }),
      'Progressing',
      undefined,
    ],
    [object('v1', 'Service', { spec: {} }), 'Healthy', undefined],
    [
      object('v1', 'PersistentVolumeClaim', { status: { phase: 'Lost' } }),
      'Degraded',
      undefined,
    ],
    [
      object('cert-manager.io/v1', 'Certificate', {}),
      'Progressing',
      'Waiting for certificate',
    ],
    [
      object('cert-manager.io/v1', 'Certificate', {
        status: condition('Ready', 'False', 'not yet'),
      }),
      'Degraded',
      'not yet',
    ],
    [
      object('cert-manager.io/v1', 'Certificate', {
        status: condition('Issuing', 'True', 'going on'),
      }),
      'Progressing',
      'going on',
    ],
    [
      object('batch/v1', 'Job', {
        status: condition('Failed', 'True', 'too often'),
      }),
      'Degraded',
      'too often',
    ],
    [object('batch/v1', 'Job', {}), 'Progressing', undefined],
    [
      object('v1', 'Pod', {
        spec: { restartPolicy: 'Always' },
        status: {
          phase: 'Running',
          containerStatuses: [
            {
              name: 'a',
              state: {
                waiting: { reason: 'CrashLoopBackOff', message: 'back-off' },
              },
            },
          ],
        },
      }),
      'Degraded',
      'back-off',
    ],
    [
      object('apps/v1', 'StatefulSet', {
        spec: { replicas: 3 },
        status: { observedGeneration: 2, readyReplicas: 1 },
      }),
      'Progressing',
      'Waiting for 2 pods to be ready...',
    ],
    [
      object('v1', 'Service', { metadata: { deletionTimestamp: 'now' } }),
      'Progressing',
      'Pending deletion',
    ],
  ])('%#: %j', (live, status, message) => {
    expect(resourceHealth(live)).toEqual({ status, message });
  });

  it('knows nothing about kinds without a state', () => {
    expect(resourceHealth(object('v1', 'ConfigMap', {}))).toBeUndefined();
  });
});

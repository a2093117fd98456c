import { KubernetesObject } from '../../client';
import { LAST_APPLIED_ANNOTATION } from '../constants';
import { FIELD_MANAGER } from './appliedFields';
import { isModified } from './isModified';

function deployment(spec: object, metadata: object = {}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', ...metadata },
    spec,
  };
}

const TARGET = deployment({
  template: {
    spec: {
      containers: [
        {
          name: 'web',
          image: 'web:1',
          ports: [{ containerPort: 80 }],
          resources: { limits: { cpu: '1000m', memory: '1024Mi' } },
        },
      ],
    },
  },
});

/** As the API server would keep the target. */
function live(
  change: { container?: object; spec?: object; applied?: object } = {},
): KubernetesObject {
  const applied = change.applied ?? TARGET;
  return deployment(
    {
      replicas: 1,
      strategy: { type: 'RollingUpdate' },
      template: {
        spec: {
          containers: [
            {
              name: 'web',
              image: 'web:1',
              imagePullPolicy: 'IfNotPresent',
              ports: [{ containerPort: 80, protocol: 'TCP' }],
              resources: { limits: { cpu: '1', memory: '1Gi' } },
              ...change.container,
            },
          ],
          restartPolicy: 'Always',
        },
      },
      ...change.spec,
    },
    {
      uid: 'u',
      resourceVersion: '7',
      annotations: { [LAST_APPLIED_ANNOTATION]: JSON.stringify(applied) },
    },
  );
}

describe('isModified', () => {
  it('does not count what the server added', () => {
    expect(isModified(TARGET, live())).toBe(false);
  });

  it('counts another value in a list item', () => {
    expect(isModified(TARGET, live({ container: { image: 'web:2' } }))).toBe(
      true,
    );
  });

  it('does not count a container that somebody injected', () => {
    const object = live();
    const { template } = object.spec as {
      template: { spec: { containers: object[] } };
    };
    template.spec.containers.push({ name: 'proxy', image: 'proxy:1' });
    expect(isModified(TARGET, object)).toBe(false);
  });

  it('counts what was applied and is no longer wanted', () => {
    const applied = deployment({
      ...(TARGET.spec as object),
      paused: true,
    });
    expect(isModified(TARGET, live({ applied, spec: { paused: true } }))).toBe(
      true,
    );
    // The same field, when somebody else set it.
    expect(isModified(TARGET, live({ spec: { paused: true } }))).toBe(false);
  });

  it('knows from the field managers what was applied on the server side', () => {
    const object = live({ spec: { paused: true } });
    object.metadata.annotations = {};
    object.metadata.managedFields = [
      {
        manager: FIELD_MANAGER,
        operation: 'Apply',
        fieldsV1: {
          'f:spec': {
            'f:paused': {},
            'f:template': {
              'f:spec': {
                'f:containers': {
                  'k:{"name":"old"}': { '.': {}, 'f:image': {} },
                },
              },
            },
          },
        },
      },
    ];
    expect(isModified(TARGET, object)).toBe(true);
    object.metadata.managedFields = [];
    expect(isModified(TARGET, object)).toBe(false);
  });

  it('keeps the defaults in the items of lists without keys', () => {
    const rule = (ports: object[]): KubernetesObject => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'np' },
      spec: { ingress: [{ ports }] },
    });
    const kept = rule([{ port: 80, protocol: 'TCP' }]);
    expect(isModified(rule([{ port: 80 }]), kept)).toBe(false);
    expect(isModified(rule([{ port: 81 }]), kept)).toBe(true);
    expect(isModified(rule([{ port: 80 }, { port: 81 }]), kept)).toBe(true);
  });

  it('ignores what it is told to ignore', () => {
    const target = deployment({ ...(TARGET.spec as object), replicas: 3 });
    const rule = { group: 'apps', kind: 'Deployment' };
    expect(isModified(target, live())).toBe(true);
    expect(
      isModified(target, live(), [
        { ...rule, jsonPointers: ['/spec/replicas'] },
      ]),
    ).toBe(false);
    expect(
      isModified(target, live(), [
        { ...rule, name: 'other', jsonPointers: ['/spec/replicas'] },
      ]),
    ).toBe(true);
  });

  it.each([
    ['0.5', '500m', false],
    ['1e3', '1k', false],
    ['1Gi', '1024Mi', false],
    ['1G', '1Gi', true],
    [2, '2', false],
  ])('compares amounts: %s and %s', (wanted, is, expected) => {
    const quota = (amount: unknown): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'q' },
      spec: { hard: { 'limits.cpu': amount } },
    });
    expect(isModified(quota(wanted), quota(is))).toBe(expected);
  });

  it('leaves status and empty values alone', () => {
    const target = {
      ...deployment({ ...(TARGET.spec as object), minReadySeconds: undefined }),
      status: { replicas: 9 },
    };
    target.metadata = {
      ...target.metadata,
      labels: {},
      creationTimestamp: null as unknown as string,
    };
    expect(isModified(target, live())).toBe(false);
  });
});

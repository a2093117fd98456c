import fc from 'fast-check';
import { KubernetesObject } from '../../client/types';
import { JsonObject, loadKubernetesSchema } from '../schema';
import { storedForm } from '../schema/storedForm';
import { describeConflicts } from './describeConflicts';
import { serverSideApply, ServerSideApplyOptions } from './serverSideApply';
import { updateManagedFields } from './updateManagedFields';

const schemaNode = loadKubernetesSchema().node({
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
})!;
const now = new Date('2026-11-23T10:00:00Z');
const later = new Date('2026-11-23T11:00:00Z');

function deployment(spec: object, metadata: object = {}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', ...metadata },
    spec,
  };
}

function pods(...containers: object[]) {
  return { template: { spec: { containers } } };
}

function attempt(
  live: KubernetesObject | undefined,
  applied: KubernetesObject,
  options: Partial<ServerSideApplyOptions> = {},
) {
  return serverSideApply({
    live,
    applied,
    manager: 'gitops',
    force: false,
    now,
    schemaNode,
    ...options,
  });
}

function apply(...args: Parameters<typeof attempt>): KubernetesObject {
  const result = attempt(...args);
  if ('conflicts' in result) {
    throw new Error(describeConflicts(result.conflicts).message);
  }
  // As the API server keeps it.
  const object = result.object as unknown as JsonObject;
  return storedForm(object, schemaNode) as unknown as KubernetesObject;
}

function created(
  object: KubernetesObject,
  manager = 'kubectl-client-side-apply',
) {
  return updateManagedFields({
    updated: object,
    manager,
    apiVersion: 'apps/v1',
    now,
    schemaNode,
  });
}

function ownersOf(object: KubernetesObject) {
  return Object.fromEntries(
    (object.metadata.managedFields as any[]).map(entry => [
      entry.manager,
      entry.fieldsV1,
    ]),
  );
}

describe('serverSideApply', () => {
  it('creates an object that the manager owns', () => {
    const object = apply(
      undefined,
      deployment({ replicas: 2 }, { labels: { a: 'b' } }),
    );
    expect(object.spec).toEqual({ replicas: 2 });
    expect(object.metadata.managedFields).toEqual([
      {
        apiVersion: 'apps/v1',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:metadata': { 'f:labels': { 'f:a': {} } },
          'f:spec': { 'f:replicas': {} },
        },
        manager: 'gitops',
        operation: 'Apply',
        time: '2026-11-23T10:00:00Z',
      },
    ]);
  });

  it('conflicts only where another manager set another value', () => {
    const live = created(deployment({ replicas: 2, paused: true }));
    const result = attempt(live, deployment({ replicas: 3, paused: true }));
    expect(result).toEqual({
      conflicts: [
        {
          manager: '"kubectl-client-side-apply" using apps/v1',
          field: '.spec.replicas',
        },
      ],
    });
    expect(() => apply(live, deployment({ replicas: 3 }))).toThrow(
      'Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using apps/v1: .spec.replicas',
    );
  });

  it('lists several conflicts by manager', () => {
    const live = created(
      deployment({ replicas: 2, ...pods({ name: 'web', image: 'a' }) }),
    );
    const wanted = deployment({
      replicas: 3,
      ...pods({ name: 'web', image: 'b' }),
    });
    expect(() => apply(live, wanted)).toThrow(
      'Apply failed with 2 conflicts: conflicts with "kubectl-client-side-apply" using apps/v1:\n' +
        '- .spec.replicas\n' +
        '- .spec.template.spec.containers[name="web"].image',
    );
  });

  it('takes the fields over when forced', () => {
    const live = created(deployment({ replicas: 2 }));
    const object = apply(live, deployment({ replicas: 3 }), { force: true });
    expect(object.spec).toEqual({ replicas: 3 });
    expect(ownersOf(object)).toEqual({
      gitops: { 'f:spec': { 'f:replicas': {} } },
    });
  });

  it('shares a field that both set to the same value, and removes it with its last owner', () => {
    const one = apply(undefined, deployment({ replicas: 2 }), {
      manager: 'one',
    });
    const both = apply(one, deployment({ replicas: 2 }), { manager: 'two' });
    const left = apply(both, deployment({ paused: true }), { manager: 'one' });
    expect(left.spec).toEqual({ replicas: 2, paused: true });
    const gone = apply(left, deployment({ minReadySeconds: 1 }), {
      manager: 'two',
    });
    expect(gone.spec).toEqual({ paused: true, minReadySeconds: 1 });
  });

  it('removes only what it applied before', () => {
    const first = apply(undefined, deployment({ replicas: 2, paused: true }));
    const live = {
      ...first,
      spec: { ...(first.spec as object), minReadySeconds: 5 },
    };
    expect(apply(live, deployment({ replicas: 2 })).spec).toEqual({
      replicas: 2,
      minReadySeconds: 5,
    });
  });

  it('owns items of lists by key, and keeps the order of the live list around them', () => {
    const live = apply(
      undefined,
      deployment(
        pods({ name: 'a', image: 'a:1' }, { name: 'b', image: 'b:1' }),
      ),
      { manager: 'one' },
    );
    const object = apply(
      live,
      deployment(
        pods({ name: 'c', image: 'c:1' }, { name: 'b', image: 'b:1' }),
      ),
    );
    expect(object.spec).toEqual(
      pods(
        { name: 'a', image: 'a:1' },
        { name: 'c', image: 'c:1' },
        { name: 'b', image: 'b:1' },
      ),
    );
    expect(apply(object, deployment({ paused: true })).spec).toEqual({
      ...pods({ name: 'a', image: 'a:1' }, { name: 'b', image: 'b:1' }),
      paused: true,
    });
  });

  it('fills in keys that have a default', () => {
    const ports = [{ containerPort: 80 }];
    const object = apply(undefined, deployment(pods({ name: 'a', ports })));
    expect(JSON.stringify(ownersOf(object))).toContain(
      JSON.stringify('k:{"containerPort":80,"protocol":"TCP"}'),
    );
  });

  it('replaces atomic values as a whole', () => {
    const first = deployment({ selector: { matchLabels: { a: 'b' } } });
    const live = apply(undefined, first, { manager: 'one' });
    expect(ownersOf(live)).toEqual({ one: { 'f:spec': { 'f:selector': {} } } });
    expect(() =>
      apply(live, deployment({ selector: { matchLabels: { c: 'd' } } })),
    ).toThrow('.spec.selector');
  });

  it('keeps the time when nothing changes', () => {
    const live = apply(undefined, deployment({ replicas: 2 }));
    expect(apply(live, deployment({ replicas: 2 }), { now: later })).toEqual(
      live,
    );
  });

  it('keeps the time when values are only written in another way', () => {
    const limits = (cpu: unknown) =>
      deployment(pods({ name: 'a', resources: { limits: { cpu } } }));
    const written = apply(undefined, limits(0.5));
    const live = { ...written, spec: limits('500m').spec };
    const again = apply(live, limits(0.5), { now: later });
    expect(again.metadata).toEqual(live.metadata);
  });

  it('neither writes nor owns what the path cannot write', () => {
    const applied = { ...deployment({ replicas: 1 }), status: { replicas: 9 } };
    const object = apply(undefined, applied, { ignoredFields: [['f:status']] });
    expect(object.status).toBeUndefined();
    expect(ownersOf(object)).toEqual({
      gitops: { 'f:spec': { 'f:replicas': {} } },
    });
  });

  it('gives an object from before field management to a nameless updater', () => {
    const live = deployment({ replicas: 2 });
    expect(() => apply(live, deployment({ replicas: 3 }))).toThrow(
      'conflict with "before-first-apply" using apps/v1: .spec.replicas',
    );
  });

  it('lets kubectl take over from its own client-side apply', () => {
    const annotation = 'kubectl.kubernetes.io/last-applied-configuration';
    const live = created(
      deployment(
        { replicas: 2 },
        {
          annotations: {
            [annotation]: JSON.stringify(deployment({ replicas: 2 })),
          },
        },
      ),
    );
    const object = apply(live, deployment({ replicas: 3 }), {
      manager: 'kubectl',
    });
    expect(object.spec).toEqual({ replicas: 3 });
    expect(object.metadata.annotations?.[annotation]).toContain('"replicas":3');
  });

  it('changes nothing when the same is applied twice', () => {
    const container = fc.record(
      {
        name: fc.constantFrom('a', 'b', 'c', 'd'),
        image: fc.constantFrom('x', 'y'),
        args: fc.array(fc.constantFrom('p', 'q'), { maxLength: 2 }),
      },
      { requiredKeys: ['name'], noNullPrototype: true },
    );
    const wanted = fc
      .record(
        {
          replicas: fc.integer({ min: 0, max: 3 }),
          paused: fc.boolean(),
          containers: fc.uniqueArray(container, { selector: c => c.name }),
        },
        { requiredKeys: [], noNullPrototype: true },
      )
      .map(({ containers = [], ...spec }) =>
        deployment({ ...spec, ...pods(...containers) }),
      );
    fc.assert(
      fc.property(wanted, wanted, wanted, (first, second, third) => {
        const start = apply(undefined, first, { manager: 'one' });
        const next = apply(start, second, { manager: 'two', force: true });
        const once = apply(next, third, { force: true });
        expect(apply(once, third, { now: later })).toEqual(once);
      }),
    );
  });
});

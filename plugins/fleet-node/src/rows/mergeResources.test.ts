import { DomainProblem } from './DomainProblem';
import { eventSliceOf } from './eventSliceOf';
import { eventsResource } from './eventsResource';
import { mergeResources } from './mergeResources';
import { ResourceSpec } from './ResourceSpec';

function pods(overrides: Partial<ResourceSpec> = {}): ResourceSpec {
  return {
    id: 'pods',
    kind: 'Pod',
    group: '',
    versions: ['v1'],
    plural: 'pods',
    namespaced: true,
    project: () => ({ seen: true }),
    ...overrides,
  };
}

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'shop-1',
    namespace: 'shop',
    uid: 'u1',
    resourceVersion: '7',
    generation: 2,
    creationTimestamp: '2026-11-22T10:00:00Z',
    deletionTimestamp: '2026-11-22T11:00:00Z',
    labels: { app: 'shop', broken: 5 },
    ownerReferences: [
      { kind: 'ReplicaSet', name: 'shop', uid: 'u0', controller: true },
      { kind: 'Broken' },
    ],
    managedFields: [
      { time: '2026-11-22T10:01:00Z' },
      { time: '2026-11-22T10:03:00Z' },
      { time: 'broken' },
    ],
  },
};

const find = (resources: ReturnType<typeof mergeResources>, id: string) =>
  resources.filter(resource => resource.id === id);

describe('mergeResources', () => {
  it('asks clusters for what comes from nowhere else', () => {
    const [resource] = find(
      mergeResources([{ id: 'a', resources: [pods()] }]),
      'pods',
    );
    expect(resource).toMatchObject({ from: 'cluster' });
    expect(resource.namespacesWhenForbidden).toBeUndefined();
    const [record] = find(
      mergeResources([{ id: 'a', resources: [pods({ from: 'cloud' })] }]),
      'pods',
    );
    expect(record.from).toBe('cloud');
  });

  it('looks where any domain wants to look when it may not look everywhere', () => {
    const [resource] = find(
      mergeResources([
        { id: 'a', resources: [pods({ namespacesWhenForbidden: ['x', 'y'] })] },
        { id: 'b', resources: [pods({ namespacesWhenForbidden: ['y', 'z'] })] },
        { id: 'c', resources: [pods()] },
      ]),
      'pods',
    );
    expect(resource.namespacesWhenForbidden).toEqual(['x', 'y', 'z']);
  });

  it('refuses one id for what comes from different kinds of sources', () => {
    expect(() =>
      mergeResources([
        { id: 'a', resources: [pods()] },
        { id: 'b', resources: [pods({ from: 'cloud' })] },
      ]),
    ).toThrow('pods (Pod, namespaced of a cloud)');
  });

  it('makes one watch of what several domains read', () => {
    const merged = mergeResources([
      { id: 'a', resources: [pods()] },
      { id: 'b', resources: [pods({ project: () => ({ other: 1 }) })] },
      { id: 'c', resources: [pods({ project: () => undefined })] },
    ]);
    const [resource, ...more] = find(merged, 'pods');
    expect(more).toEqual([]);
    expect(resource.domains).toEqual(['a', 'b', 'c']);
    expect(resource.project('cluster/dev-1', pod)).toEqual({
      source: 'cluster/dev-1',
      resource: 'pods',
      kind: 'Pod',
      namespace: 'shop',
      name: 'shop-1',
      uid: 'u1',
      resourceVersion: '7',
      generation: 2,
      createdAt: '2026-11-22T10:00:00.000Z',
      deletingSince: '2026-11-22T11:00:00.000Z',
      writtenAt: '2026-11-22T10:03:00.000Z',
      labels: { app: 'shop' },
      owners: [
        { kind: 'ReplicaSet', name: 'shop', uid: 'u0', controller: true },
      ],
      slices: { a: { seen: true }, b: { other: 1 } },
    });
  });

  it('lets domains that keep the same share it', () => {
    const [resource] = find(
      mergeResources([
        { id: 'a', resources: [pods()] },
        { id: 'b', resources: [pods()] },
      ]),
      'pods',
    );
    const slices = resource.project('cluster/dev-1', pod)?.slices;
    expect(slices?.a).toBe(slices?.b);
  });

  it('narrows only what all of them narrow equally', () => {
    const shop = pods({ labelSelector: 'app=shop' });
    const all = pods();
    const both = mergeResources([
      { id: 'a', resources: [shop] },
      { id: 'b', resources: [shop] },
    ]);
    expect(find(both, 'pods')).toMatchObject([{ labelSelector: 'app=shop' }]);
    const [wide] = find(
      mergeResources([
        { id: 'a', resources: [shop] },
        { id: 'b', resources: [all] },
      ]),
      'pods',
    );
    expect(wide.labelSelector).toBeUndefined();
    const other = { ...pod, metadata: { name: 'other' } };
    expect(wide.project('cluster/dev-1', other)?.slices).toEqual({
      b: { seen: true },
    });
  });

  it('has no use for what has no name, or what nobody cares for', () => {
    const [resource] = find(
      mergeResources([
        { id: 'a', resources: [pods({ project: () => undefined })] },
      ]),
      'pods',
    );
    expect(resource.project('cluster/dev-1', pod)).toBeUndefined();
    const [namespaces] = find(mergeResources([]), 'namespaces');
    expect(namespaces.project('cluster/dev-1', {})).toBeUndefined();
    expect(
      namespaces.project('cluster/dev-1', { metadata: { name: 'shop' } }),
    ).toMatchObject({ name: 'shop', namespace: '' });
  });

  it('goes on when a domain throws', () => {
    const problems: DomainProblem[] = [];
    const broken = pods({
      project() {
        throw new Error('out of order');
      },
    });
    const [resource] = find(
      mergeResources(
        [
          { id: 'a', resources: [broken] },
          { id: 'b', resources: [pods()] },
        ],
        { onProblem: problem => problems.push(problem) },
      ),
      'pods',
    );
    expect(resource.project('cluster/dev-1', pod)?.slices).toEqual({
      b: { seen: true },
    });
    expect(problems).toMatchObject([
      { domain: 'a', step: 'project', error: { message: 'out of order' } },
    ]);
  });

  it('refuses two kinds with one id', () => {
    expect(() =>
      mergeResources([
        { id: 'a', resources: [pods()] },
        { id: 'b', resources: [pods({ group: 'metrics.k8s.io' })] },
      ]),
    ).toThrow('both have the id pods');
  });
});

describe('eventsResource', () => {
  const event = {
    metadata: { name: 'e1', namespace: 'shop' },
    involvedObject: { kind: 'Order', namespace: 'shop', name: 'o', uid: 'u' },
    type: 'Warning',
    reason: 'Solver',
    message: 'x'.repeat(5000),
    count: 3,
    firstTimestamp: '2026-11-22T09:00:00Z',
    lastTimestamp: '2026-11-22T09:30:00Z',
    source: { component: 'cert-manager' },
  };
  const project = (object: object, reasons?: string[]) => {
    const spec = eventsResource({ kinds: ['Order', 'Ingress'], reasons });
    const [resource] = find(
      mergeResources([{ id: 'a', resources: [spec] }]),
      'events',
    );
    const row = resource.project('cluster/dev-1', { ...object });
    return row && eventSliceOf(row);
  };

  it('keeps what is shown of an event', () => {
    expect(project(event)).toEqual({
      about: { kind: 'Order', namespace: 'shop', name: 'o', uid: 'u' },
      type: 'Warning',
      reason: 'Solver',
      message: 'x'.repeat(1000),
      count: 3,
      firstSeen: '2026-11-22T09:00:00.000Z',
      lastSeen: '2026-11-22T09:30:00.000Z',
      reporter: 'cert-manager',
    });
  });

  it('reads the times and counts of a series', () => {
    expect(
      project({
        ...event,
        count: undefined,
        firstTimestamp: null,
        lastTimestamp: null,
        eventTime: '2026-11-22T09:00:00.123456Z',
        series: { count: 9, lastObservedTime: '2026-11-22T09:45:00.000001Z' },
      }),
    ).toMatchObject({
      count: 9,
      firstSeen: '2026-11-22T09:00:00.123Z',
      lastSeen: '2026-11-22T09:45:00.000Z',
    });
  });

  it('leaves out other kinds and reasons', () => {
    expect(
      project({ ...event, involvedObject: { kind: 'Pod', name: 'p' } }),
    ).toBeUndefined();
    expect(project(event, ['Rejected'])).toBeUndefined();
    expect(project({ metadata: { name: 'empty' } })).toBeUndefined();
  });
});

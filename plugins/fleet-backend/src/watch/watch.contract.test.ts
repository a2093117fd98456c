import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterAccess,
  Clock,
  mergeResources,
  ResourceSpec,
  systemClock,
  textOf,
} from '@slipway/backstage-plugin-fleet-node';
import { CollectingSink } from '../__testUtils__/CollectingSink';
import { Kubeconfig } from '../sources/credentials/Kubeconfig';
import {
  ClosableClusterClient,
  ClusterWatcher,
  createClusterClient,
  ResumeFrom,
  Semaphore,
} from '.';
import { listObjects } from './reflector/listObjects';
import { ObjectFeed } from './reflector/ObjectFeed';
import { Slot } from './reflector/Slot';
import { ClusterTransport } from './transport/ClusterTransport';

/** Names a kubeconfig of an administrator of the cluster to try. */
const KUBECONFIG = process.env.SLIPWAY_CONTRACT_KUBECONFIG;
const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const MAPS = 'configmaps';

// Waits for what a cluster lacks are minutes long.
const impatientClock: Clock = {
  now: () => systemClock.now(),
  sleep: (milliseconds, signal) =>
    systemClock.sleep(Math.min(milliseconds, 1_000), signal),
};

(KUBECONFIG ? describe : describe.skip)('watching a cluster', () => {
  jest.setTimeout(60_000);
  const namespace = `watch-${randomBytes(3).toString('hex')}`;
  const maps = `/api/v1/namespaces/${namespace}/configmaps`;
  let access: ClusterAccess;
  let client: ClosableClusterClient;
  let stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    access = Kubeconfig.read({ file: KUBECONFIG! }).access();
    client = createClusterClient(access);
    await ask('POST', '/api/v1/namespaces', { metadata: { name: namespace } });
  });
  beforeEach(() => {
    stops = [];
  });
  afterEach(() => Promise.all(stops.map(stop => stop())));
  afterAll(async () => {
    await ask('DELETE', `/api/v1/namespaces/${namespace}`);
    await client.close();
  });

  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ) {
    const answer = await client.request({
      method,
      path,
      body,
      signal: AbortSignal.timeout(20_000),
    });
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    }
    return answer.body;
  }

  const map = (name: string, value: string, label = 'mine') => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: { 'watch.test': label } },
    data: { value },
  });

  const mapsSpec = (label = 'mine'): ResourceSpec => ({
    id: MAPS,
    kind: 'ConfigMap',
    group: '',
    versions: ['v1'],
    plural: 'configmaps',
    namespaced: true,
    labelSelector: `watch.test=${label}`,
    project: object => ({ value: textOf(object, 'data', 'value') }),
  });

  function start(
    options: {
      spec?: ResourceSpec;
      resumeFrom?: ResumeFrom;
      accessAs?: ClusterAccess;
    } = {},
  ) {
    const { spec = mapsSpec(), resumeFrom, accessAs = access } = options;
    const sink = CollectingSink.create();
    const stopping = new AbortController();
    const { ended } = ClusterWatcher.start({
      definition: {
        name: 'one',
        origin: 'test',
        revision: '1',
        access: accessAs,
        labels: {},
        hub: false,
      },
      resources: mergeResources([{ id: 'test', resources: [spec] }]).filter(
        ({ id }) => id === spec.id,
      ),
      resumeFrom,
      sink,
      semaphore: Semaphore.create(20),
      clock: impatientClock,
      now: () => new Date(),
      random: () => 0.5,
      logger: mockServices.logger.mock(),
      signal: stopping.signal,
    });
    const stop = async () => {
      stopping.abort();
      await ended;
    };
    stops.push(stop);
    const untilState = (state: string) =>
      sink.until(({ coverageOf }) => coverageOf.get(spec.id)?.state === state);
    return { sink, stop, untilState };
  }

  it('has all objects, then what changes, each once', async () => {
    await ask('POST', maps, map('a', '1'));
    const { sink, untilState } = start();
    await untilState('live');
    await ask('POST', maps, map('b', '1'));
    await ask('PUT', `${maps}/a`, map('a', '2'));
    await ask('DELETE', `${maps}/b`);
    await sink.until(
      ({ happened }) => happened.at(-1)?.startsWith('-') === true,
    );
    expect(
      sink.happened.map(line => line.replace(namespace, 'ns').slice(0, 6)),
    ).toEqual(['+ ns/a', '+ ns/b', '+ ns/a', '- ns/b']);
    expect(sink.told[2].slices).toEqual({ test: { value: '2' } });
    const kubeSystem = await ask('GET', '/api/v1/namespaces/kube-system');
    expect(sink.infos.get('cluster/one')).toMatchObject({
      state: 'live',
      uid: textOf(kubeSystem, 'metadata', 'uid'),
    });
  });

  it('misses nothing of what happened while nobody watched', async () => {
    const spec = mapsSpec('resumed');
    await ask('POST', maps, map('c', '1', 'resumed'));
    await ask('POST', maps, map('d', '1', 'resumed'));
    const before = start({ spec });
    await before.untilState('live');
    await before.sink.until(({ resumePoints }) => resumePoints.has(MAPS));
    await before.stop();
    await ask('DELETE', `${maps}/c`);
    await ask('POST', maps, map('e', '1', 'resumed'));
    const resumeFrom: ResumeFrom = {
      uid: before.sink.infos.get('cluster/one')?.uid,
      resources: new Map([
        [
          MAPS,
          {
            resourceVersion: before.sink.resumePoints.get(MAPS),
            known: before.sink.told,
          },
        ],
      ]),
    };
    const after = start({ spec, resumeFrom });
    await after.sink.until(({ happened }) => happened.length === 2);
    await after.untilState('live');
    expect(
      after.sink.happened.map(line =>
        line.replace(namespace, 'ns').slice(0, 6),
      ),
    ).toEqual(['- ns/c', '+ ns/e']);
  });

  it('lists in pages what it cannot stream', async () => {
    for (const name of ['p', 'q', 'r']) {
      await ask('POST', maps, map(name, '1', 'listed'));
    }
    const stopping = new AbortController();
    const transport = ClusterTransport.create(access);
    const seen: string[] = [];
    const { signal } = stopping;
    const slot = await Slot.acquire({
      ofCluster: Semaphore.create(1),
      ofAll: Semaphore.create(1),
      clock: systemClock,
      signal,
    });
    const listed = await listObjects({
      transport,
      clock: systemClock,
      random: () => 0.5,
      signals: [signal],
      heard() {},
      collection: { path: maps, labelSelector: 'watch.test=listed' },
      feed: ObjectFeed.create({
        known: [],
        listener: {
          changed: (_, { name }) => seen.push(name) > 0,
          gone: () => {},
        },
      }),
      slot,
    });
    slot.release();
    await transport.close();
    expect(listed).toEqual({ resourceVersion: expect.stringMatching(/^\d+$/) });
    expect(seen).toEqual(['p', 'q', 'r']);
  });

  it('notices when a kind comes and goes', async () => {
    const group = `${namespace}.example.com`;
    const names = { plural: 'things', singular: 'thing', kind: 'Thing' };
    const schema = {
      openAPIV3Schema: {
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
      },
    };
    const spec: ResourceSpec = {
      id: `things.${group}`,
      kind: 'Thing',
      group,
      versions: ['v2', 'v1'],
      plural: 'things',
      namespaced: true,
      project: () => true,
    };
    const { sink, untilState } = start({ spec });
    await untilState('absent');
    await ask('POST', DEFINITIONS, {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `things.${group}` },
      spec: {
        group,
        names,
        scope: 'Namespaced',
        versions: [{ name: 'v1', served: true, storage: true, schema }],
      },
    });
    await untilState('live');
    await ask('POST', `/apis/${group}/v1/namespaces/${namespace}/things`, {
      apiVersion: `${group}/v1`,
      kind: 'Thing',
      metadata: { name: 'one' },
    });
    await sink.until(({ present }) => present.size === 1);
    await ask('DELETE', `${DEFINITIONS}/things.${group}`);
    await untilState('absent');
    expect(sink.present.size).toBe(0);
  });

  it('lists again what it was too long away from', async () => {
    const gone = {
      namespace,
      name: 'ghost',
      uid: 'ghost',
      resourceVersion: '1',
    };
    const { sink, untilState } = start({
      spec: mapsSpec('ghosts'),
      resumeFrom: {
        uid: 'another cluster',
        resources: new Map([[MAPS, { resourceVersion: '1', known: [gone] }]]),
      },
    });
    await untilState('live');
    expect(sink.happened).toEqual([`- ${namespace}/ghost`]);
  });

  it('is known where a Role allows it, when it may not be listed as a whole', async () => {
    const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
    const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
    const metadata = { name: 'watcher' };
    await ask('POST', accounts, { metadata });
    await ask('POST', `${rbac}/roles`, {
      metadata,
      rules: [
        {
          apiGroups: [''],
          resources: [MAPS],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    });
    await ask('POST', `${rbac}/rolebindings`, {
      metadata,
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'watcher',
      },
      subjects: [{ kind: 'ServiceAccount', name: 'watcher', namespace }],
    });
    const issued = await ask('POST', `${accounts}/watcher/token`, {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: {},
    });
    const authorization = `Bearer ${textOf(issued, 'status', 'token')}`;
    await ask('POST', maps, map('inside', '1', 'scoped'));
    const { sink, untilState } = start({
      spec: {
        ...mapsSpec('scoped'),
        namespacesWhenForbidden: [namespace, 'kube-system'],
      },
      accessAs: {
        ...access,
        authenticate: async () => ({ headers: { authorization } }),
      },
    });
    await untilState('forbidden');
    await sink.until(
      ({ coverageOf }) =>
        coverageOf.get(`${MAPS} in ${namespace}`)?.state === 'live' &&
        coverageOf.get(`${MAPS} in kube-system`)?.state === 'forbidden',
    );
    expect([...sink.present.keys()]).toEqual([`${namespace}/inside`]);
    await ask('DELETE', `${maps}/inside`);
    await sink.until(({ present }) => present.size === 0);
  });

  it('is failed with wrong credentials', async () => {
    const { sink } = start({
      accessAs: {
        ...access,
        authenticate: async () => ({
          headers: { authorization: 'Bearer wrong' },
        }),
      },
    });
    await sink.until(
      ({ infos }) => infos.get('cluster/one')?.state === 'failed',
    );
    expect(sink.infos.get('cluster/one')).toMatchObject({
      reachable: false,
      error: 'Unauthorized',
    });
  });
});

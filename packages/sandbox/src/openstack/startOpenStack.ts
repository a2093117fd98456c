import http from 'node:http';
import { createCloud } from './createCloud';
import { Faulty } from './Faulty';
import { listen } from './http/listen';
import { Identity } from './keystone/Identity';
import { Keystone } from './keystone/Keystone';
import { adoptCluster } from './magnum/adoptCluster';
import { CertificateStore } from './magnum/certificates/CertificateStore';
import { Conductor } from './magnum/conductor/Conductor';
import { seedTemplates } from './magnum/seedTemplates';
import { MagnumStore } from './magnum/store/MagnumStore';
import { RecordedClouds } from './museum/RecordedClouds';
import { OpenStack, Speed, StartOpenStackOptions } from './types';

const SPEED: Speed = {
  visibleAfterMs: 500,
  buildMs: 4_000,
  updateMs: 3_000,
  deleteMs: 3_000,
  healthMs: 5_000,
  tokenSeconds: 3600,
};

/** Starts a cloud; it answers when the promise resolves, and ends with the signal. */
export async function startOpenStack(
  options: StartOpenStackOptions,
): Promise<OpenStack> {
  const { state, regionName, now, log } = options;
  const speed = { ...SPEED, ...options.speed };
  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  const faults = Faulty.create();
  const identity = Identity.create(options);
  const keystone = Keystone.create({
    identity,
    state: state.room('keystone'),
    tokenSeconds: speed.tokenSeconds,
    now,
  });
  const store = MagnumStore.open(state.room('magnum'));
  seedTemplates(store, now());
  const certificates = CertificateStore.open({
    state: state.room('certificates'),
    now,
  });
  const conductor = Conductor.create({
    store,
    certificates,
    backend: options.clusters,
    faults,
    speed,
    now,
    log,
    signal,
  });
  const recorded = RecordedClouds.create(now);
  const projectOf = (name: string) =>
    required(identity.project({ name }), name);
  const context = {
    store,
    conductor,
    certificates,
    speed,
    isProject: (id: string) => identity.project({ id }) !== undefined,
    now,
  };

  const server = http.createServer();
  // Longer than clients keep a connection, or they lose a request now and then.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.port);
  const url = `http://127.0.0.1:${port}`;
  server.on(
    'request',
    createCloud({
      url,
      port,
      regionName,
      keystone,
      context,
      faults,
      recorded,
    }),
  );
  await conductor.start();

  async function stop() {
    stopping.abort();
    const closed = new Promise(resolve => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
  options.signal.addEventListener('abort', stop, { once: true });
  log(`openstack: ${url}`);

  return {
    url,
    authUrl: `${url}/identity/v3`,
    port,
    listClusters: () =>
      store.clusters.map(cluster => ({
        uuid: cluster.uuid,
        name: cluster.name,
        project: identity.project({ id: cluster.projectId })?.name ?? '',
        status: cluster.status,
        apiAddress: cluster.apiAddress,
      })),
    projectId: name => projectOf(name).id,
    async adopt(cluster) {
      const token = keystone.issue({
        user: required(identity.user({ name: cluster.user }), cluster.user),
        project: projectOf(cluster.project),
        methods: ['password'],
      });
      const caller = keystone.callerOf(token)!;
      keystone.tokens.revoke(token);
      return { uuid: adoptCluster(context, caller, cluster).uuid };
    },
    setFault: (fault, on, target) => faults.set(fault, on, target),
    expireTokens: () => keystone.tokens.expire(),
    setRecords(project, records) {
      recorded.set(project, records);
      const id = records?.clusters[0]?.project_id;
      identity.renumber(project, id === undefined ? undefined : String(id));
      // What a token says of its project is no longer so.
      keystone.tokens.expire(token => token.project === project);
    },
    stop,
  };
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) {
    throw new Error(`Nobody and nothing is called ${name} in this cloud.`);
  }
  return value;
}

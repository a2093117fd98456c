import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  resources,
} from '../client';
import { findKubectl } from '../kubectl/findKubectl';
import { KubernetesApi, startKubernetesApi } from '../kubernetes';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { argoCdNamespaceObjects } from './argoCdNamespaceObjects';
import { ArgoCd, startArgoCd } from './startArgoCd';
import { TestRepositories } from './testing/TestRepositories';
import { until } from './testing/until';
import { Application, ApplicationStatus } from './types';

jest.setTimeout(60_000);

interface TestCluster {
  api: KubernetesApi;
  client: (manager: string) => KubernetesClient;
}

describe('startArgoCd', () => {
  let folder: string;
  let state: StateFolder;
  let hub: TestCluster;
  let dev: TestCluster;
  let admin: KubernetesClient;
  let devAdmin: KubernetesClient;
  let repositories: TestRepositories;
  let argocd: ArgoCd;
  let stopArgoCd: AbortController;
  const clients: KubernetesClient[] = [];
  const log: string[] = [];
  const stop = new AbortController();

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'argocd-'));
    state = StateFolder.open(folder);
    repositories = await TestRepositories.serve(path.join(folder, 'git'));
    hub = await startCluster('hub');
    dev = await startCluster('dev-1');
    admin = hub.client('test');
    devAdmin = dev.client('test');
    await begin();
    for (const object of argoCdNamespaceObjects()) {
      await admin.apply(
        object.kind === 'Namespace'
          ? resources.namespaces
          : resources.appProjects,
        object,
      );
    }
    await admin.create(resources.secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'cluster-dev-1',
        namespace: 'argocd',
        labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
      },
      stringData: {
        name: 'dev-1',
        server: dev.api.url,
        config: JSON.stringify({
          bearerToken: 't',
          tlsClientConfig: {
            caData: Buffer.from(dev.api.caPem).toString('base64'),
          },
        }),
      },
    });
  });
  afterAll(async () => {
    stopArgoCd.abort();
    stop.abort();
    clients.forEach(client => client.close());
    await Promise.all([hub.api.stop(), dev.api.stop(), repositories.stop()]);
    fs.rmSync(folder, { recursive: true });
  });

  async function startCluster(name: string): Promise<TestCluster> {
    const own = state.room(name);
    const api = await startKubernetesApi({
      name,
      port: 0,
      state: own.room('api'),
      ca: await CertificateAuthority.loadOrCreate(own, name, new Date()),
      users: [{ token: 't', name: 'admin', groups: ['system:masters'] }],
      signal: stop.signal,
      log: () => {},
    });
    return {
      api,
      client(manager) {
        const client = KubernetesClient.create({
          name,
          server: api.url,
          caPem: api.caPem,
          token: 't',
          manager,
        });
        clients.push(client);
        return client;
      },
    };
  }

  async function begin(): Promise<void> {
    stopArgoCd = new AbortController();
    argocd = await startArgoCd({
      hub: hub.client('argocd-controller'),
      state: state.room('argocd'),
      kubectl: await findKubectl({ cacheFolder: state.folder('tools') }),
      signal: stopArgoCd.signal,
      log: line => log.push(line),
    });
  }

  function application(
    name: string,
    source: Partial<Application['spec']['source']>,
    destination: Application['spec']['destination'],
  ): Application {
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name,
        namespace: 'argocd',
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: 'default',
        source: {
          repoURL: repositories.url('platform'),
          targetRevision: 'main',
          ...source,
        },
        destination,
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: ['CreateNamespace=true'],
        },
      },
    };
  }

  function service(name: string, greeting: string): string {
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      data: { greeting },
    });
  }

  async function status(
    name: string,
    isSo: (status: ApplicationStatus) => unknown,
  ): Promise<ApplicationStatus> {
    const { status: found } = await until<Application>({
      client: admin,
      resource: resources.applications,
      name,
      namespace: 'argocd',
      isSo: object => object?.status && isSo(object.status),
    });
    return found!;
  }

  function onDev(
    resource: KubernetesResource,
    name: string,
    namespace: string,
    isSo: (object: KubernetesObject | undefined) => unknown,
  ) {
    return until({ client: devAdmin, resource, name, namespace, isSo });
  }

  /** Resolves when an event `Reason: message` about an Application is there. */
  async function untilEvent(name: string, wanted: string | RegExp) {
    const watching = new AbortController();
    const events = Informer.start({
      client: admin,
      resource: resources.events,
      namespace: 'argocd',
      signal: watching.signal,
    });
    await new Promise<void>(resolve => {
      events.onChange(({ after }) => {
        const about = (after?.involvedObject as { name: string })?.name;
        const text = `${after?.reason}: ${after?.message}`;
        if (
          about === name &&
          (wanted instanceof RegExp ? wanted.test(text) : wanted === text)
        ) {
          resolve();
        }
      });
    });
    watching.abort();
  }

  const isSynced = ({ sync, operationState }: ApplicationStatus) =>
    sync?.status === 'Synced' && operationState?.phase === 'Succeeded';

  const greets = (greeting: string) => (object?: KubernetesObject) =>
    (object?.data as { greeting?: string })?.greeting === greeting;

  function push(files: Record<string, string | undefined>): string {
    const commit = repositories.push('platform', files);
    argocd.refreshRepository(repositories.url('platform'));
    return commit;
  }

  it('follows a platform repository from one root Application', async () => {
    const shop = application(
      'shop-dev',
      { path: 'services/shop/dev' },
      { name: 'dev-1', namespace: 'shop-dev' },
    );
    push({
      'argocd/applications/shop-dev.yaml': JSON.stringify(shop),
      'services/shop/dev/kustomization.yaml': 'resources: [base]\n',
      'services/shop/dev/base/kustomization.yaml': 'resources: [cm.yaml]\n',
      'services/shop/dev/base/cm.yaml': service('shop', 'hello'),
    });
    await admin.create(
      resources.applications,
      application(
        'platform',
        { path: 'argocd', directory: { recurse: true } },
        { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
      ),
    );
    await onDev(resources.configMaps, 'shop', 'shop-dev', greets('hello'));
    expect(await status('platform', isSynced)).toMatchObject({
      sourceType: 'Directory',
      health: { status: 'Healthy' },
      resources: [{ kind: 'Application', name: 'shop-dev' }],
    });

    // Two applications, a commit for one of them: both say the new commit.
    const commit = push({
      'services/shop/dev/base/cm.yaml': service('shop', 'hallo'),
    });
    await onDev(resources.configMaps, 'shop', 'shop-dev', greets('hallo'));
    await status('shop-dev', s => isSynced(s) && s.sync!.revision === commit);
    await status('platform', s => isSynced(s) && s.sync!.revision === commit);

    push({ 'argocd/applications/shop-dev.yaml': undefined, 'argocd/x': '' });
    // To prune the last one would leave nothing, which needs allowEmpty.
    const refused = await status('platform', ({ conditions }) => conditions);
    expect(refused.conditions).toMatchObject([
      {
        type: 'SyncError',
        message: expect.stringContaining(
          'auto-sync will wipe out all resources',
        ),
      },
    ]);
    push({
      'argocd/applications/cart-dev.yaml': JSON.stringify(
        application(
          'cart-dev',
          { path: 'services/shop/dev' },
          { name: 'dev-1', namespace: 'cart-dev' },
        ),
      ),
    });
    await until({
      client: admin,
      resource: resources.applications,
      name: 'shop-dev',
      namespace: 'argocd',
      isSo: object => !object,
    });
    await onDev(resources.configMaps, 'shop', 'shop-dev', object => !object);
    await onDev(resources.configMaps, 'shop', 'cart-dev', greets('hallo'));
  });

  it('says when a cluster is gone or stalls, and goes on when it is back', async () => {
    repositories.push('platform', { 'life/cm.yaml': service('life', 'one') });
    await admin.create(
      resources.applications,
      application(
        'life',
        { path: 'life' },
        { name: 'dev-1', namespace: 'life' },
      ),
    );
    await status('life', isSynced);
    for (const [fault, cause, greeting] of [
      ['gone', 'connection refused', 'two'],
      ['stall', 'Client.Timeout exceeded', 'three'],
    ] as const) {
      await dev.api.setFault(fault);
      const broken = await status(
        'life',
        ({ sync }) => sync!.status === 'Unknown',
      );
      expect(broken.conditions!.map(({ type }) => type)).toEqual([
        'ComparisonError',
        'ComparisonError',
        'UnknownError',
      ]);
      expect(broken.conditions![2].message).toContain(cause);
      push({ 'life/cm.yaml': service('life', greeting) });
      await dev.api.setFault('none');
      const healed = await status('life', s => isSynced(s) && !s.conditions);
      expect(healed.health!.status).toBe('Healthy');
      await onDev(resources.configMaps, 'life', 'life', greets(greeting));
    }
  });

  it('goes on with an operation that it was stopped in', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'before',
        annotations: { 'argocd.argoproj.io/hook': 'PreSync' },
      },
      spec: {
        restartPolicy: 'Never',
        containers: [{ name: 'hook', image: 'example.invalid/hook:1' }],
      },
    };
    repositories.push('platform', {
      'hooked/pod.json': JSON.stringify(pod),
      'hooked/cm.yaml': service('hooked', 'x'),
    });
    await admin.create(
      resources.applications,
      application(
        'hooked',
        { path: 'hooked' },
        { name: 'dev-1', namespace: 'hooked' },
      ),
    );
    const waiting = await status('hooked', ({ operationState }) =>
      operationState?.message?.startsWith('waiting for completion of hook'),
    );
    stopArgoCd.abort();
    await devAdmin.patch(
      resources.pods,
      'before',
      { status: { phase: 'Succeeded' } },
      { namespace: 'hooked', subresource: 'status' },
    );
    await begin();
    const done = await status('hooked', isSynced);
    expect(done.operationState!.startedAt).toBe(
      waiting.operationState!.startedAt,
    );
    expect(done.history).toHaveLength(1);
  });

  it('tells in events what happened', async () => {
    const wanted = [
      'ResourceUpdated: Updated sync status:  -> OutOfSync',
      'ResourceUpdated: Updated health status:  -> Missing',
      /^OperationStarted: Initiated automated sync to '[0-9a-f]{40}'$/,
      'ResourceUpdated: Updated sync status: OutOfSync -> Synced',
      'ResourceUpdated: Updated health status: Missing -> Healthy',
      /^OperationCompleted: Sync operation to [0-9a-f]{40} succeeded$/,
    ];
    for (const text of wanted) {
      await untilEvent('hooked', text);
    }
    expect(log).toEqual([]);
  });
});

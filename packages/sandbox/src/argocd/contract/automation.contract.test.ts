import { resources } from '../../client';
import { ApplicationStatus } from '../types';
import { configMap, Scene } from './Scene';

jest.setTimeout(120_000);

const INGRESS = JSON.stringify({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'web.example.invalid',
        http: {
          paths: [
            {
              path: '/',
              pathType: 'Prefix',
              backend: { service: { name: 'web', port: { number: 80 } } },
            },
          ],
        },
      },
    ],
  },
});

const NETWORK_POLICY = JSON.stringify({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'web' },
  spec: { podSelector: {}, ingress: [{ ports: [{ port: 80 }] }] },
});

// The real one may say Synced before it says that the operation is over.
function isSynced({ sync, operationState }: ApplicationStatus): boolean {
  return sync?.status === 'Synced' && operationState?.phase === 'Succeeded';
}

describe('Argo CD: automated sync', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.begin();
  });
  afterAll(() => scene.end());

  it('applies, follows, heals and prunes', async () => {
    scene.push({
      'auto/cm.json': configMap('auto', 'one'),
      'auto/ingress.json': INGRESS,
      'auto/policy.json': NETWORK_POLICY,
    });
    const name = await scene.application('auto', 'auto', {
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    });
    const synced = await scene.status(name, isSynced);
    // Defaults that the API server adds are no difference.
    expect(synced.resources!.map(({ status }) => status)).toEqual([
      'Synced',
      'Synced',
      'Synced',
    ]);
    expect(synced.operationState!.operation).toMatchObject({
      initiatedBy: { automated: true },
      retry: { limit: 5 },
    });

    // An Ingress is healthy when it has an address.
    expect(synced.health!.status).toBe('Progressing');
    await scene.hub.patch(
      resources.ingresses,
      'web',
      { status: { loadBalancer: { ingress: [{ ip: '192.0.2.10' }] } } },
      { namespace: scene.id, subresource: 'status' },
    );
    await scene.status(name, ({ health }) => health?.status === 'Healthy');

    scene.push({
      'auto/cm.json': configMap('auto', 'two'),
      'auto/policy.json': undefined,
    });
    await scene.refresh(name);
    await scene.object(
      resources.configMaps,
      'auto',
      found => (found?.data as { greeting: string })?.greeting === 'two',
    );
    await scene.object(
      {
        group: 'networking.k8s.io',
        version: 'v1',
        plural: 'networkpolicies',
        kind: 'NetworkPolicy',
        namespaced: true,
      },
      'web',
      found => !found,
    );
    const pruned = await scene.status(name, isSynced);
    expect(pruned.resources).toHaveLength(2);

    await scene.hub.patch(
      resources.configMaps,
      'auto',
      { data: { greeting: 'drift' } },
      { namespace: scene.id },
    );
    await scene.object(
      resources.configMaps,
      'auto',
      found => (found?.data as { greeting: string })?.greeting === 'two',
    );
    const healed = await scene.status(
      name,
      ({ sync, operationState }) =>
        sync?.status === 'Synced' &&
        operationState?.phase === 'Succeeded' &&
        operationState.operation.sync?.autoHealAttemptsCount,
    );
    expect(healed.operationState!.operation.sync!.resources).toEqual([
      { kind: 'ConfigMap', name: 'auto' },
    ]);
  });

  it('keeps what is no longer wanted when it may not prune', async () => {
    scene.push({
      'keep/a.json': configMap('keep-a', 'x'),
      'keep/b.json': configMap('keep-b', 'x'),
    });
    const name = await scene.application('keep', 'keep', {
      syncPolicy: { automated: {} },
    });
    await scene.status(name, ({ sync }) => sync?.status === 'Synced');
    scene.push({ 'keep/b.json': undefined });
    await scene.refresh(name);
    const { resources: all } = await scene.status(
      name,
      ({ sync }) => sync?.status === 'OutOfSync',
    );
    expect(all).toMatchObject([
      { name: 'keep-a', status: 'Synced' },
      { name: 'keep-b', status: 'OutOfSync', requiresPruning: true },
    ]);
  });

  it('says why it does not try again', async () => {
    const commit = scene.push({
      'bad/cm.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'Not A Name' },
      }),
    });
    const name = await scene.application('bad', 'bad', {
      syncPolicy: { automated: {}, retry: { limit: 0 } },
    });
    const [message] = await scene.conditions(name, 'SyncError');
    expect(message).toMatch(
      `SyncError: Failed last sync attempt to [${commit}]: one or more objects failed to apply, reason: `,
    );
  });

  it('waits between attempts', async () => {
    scene.push({
      'retry/cm.json': configMap('retry', 'x', {}).replace(
        '"name":"retry"',
        '"name":"Re Try"',
      ),
    });
    const name = await scene.application('retry', 'retry', {
      syncPolicy: {
        automated: {},
        retry: { limit: 1, backoff: { duration: '1s' } },
      },
    });
    const waiting = await scene.status(
      name,
      ({ operationState }) => operationState?.retryCount === 1,
    );
    expect(waiting.operationState!.message).toMatch(
      /\. Retrying attempt #1 at \d+:\d\d[AP]M\.$/,
    );
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Failed',
    );
    expect(operationState!.message).toMatch(/ \(retried 1 times\)\.$/);
  });

  it('makes the namespace, with the labels that the Application gives it', async () => {
    scene.push({ 'space/cm.json': configMap('space', 'x') });
    const namespace = scene.name('made');
    const name = await scene.application('space', 'space', {
      project: 'default',
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: {
        automated: {},
        syncOptions: ['CreateNamespace=true'],
        managedNamespaceMetadata: {
          labels: { 'slipway.dev/owner': 'storefront' },
        },
      },
    });
    const { operationState } = await scene.status(name, isSynced);
    expect(operationState!.syncResult!.resources![0]).toEqual({
      group: '',
      version: 'v1',
      kind: 'Namespace',
      namespace: '',
      name: namespace,
      status: 'Synced',
      message: `namespace/${namespace} serverside-applied`,
      hookPhase: 'Succeeded',
      syncPhase: 'PreSync',
    });
    expect(operationState!.syncResult!.managedNamespaceMetadata).toEqual({
      labels: { 'slipway.dev/owner': 'storefront' },
    });
    const made = await scene.hub.get(resources.namespaces, namespace);
    expect(made!.metadata.labels).toMatchObject({
      'slipway.dev/owner': 'storefront',
    });
    await scene.hub.delete(resources.namespaces, namespace);
  });

  it('renders kustomizations', async () => {
    scene.push({
      'kustomize/kustomization.yaml':
        'namePrefix: dev-\nresources: [base]\nconfigMapGenerator:\n- name: env\n  literals: [a=b]\n  options: {disableNameSuffixHash: true}\n',
      'kustomize/base/kustomization.yaml': 'resources: [cm.json]\n',
      'kustomize/base/cm.json': configMap('kustomized', 'x'),
    });
    const name = await scene.application('kustomize', 'kustomize', {
      syncPolicy: { automated: {} },
    });
    const { sourceType, resources: all } = await scene.status(
      name,
      ({ sync }) => sync?.status === 'Synced',
    );
    expect(sourceType).toBe('Kustomize');
    expect(all!.map(resource => resource.name)).toEqual([
      'dev-env',
      'dev-kustomized',
    ]);
  });
});

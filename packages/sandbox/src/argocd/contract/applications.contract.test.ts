import { resources } from '../../client';
import { configMap, deployment, HERE, Scene } from './Scene';

jest.setTimeout(120_000);

describe('Argo CD: Application', () => {
  let scene: Scene;
  let first: string;

  beforeAll(async () => {
    scene = await Scene.begin();
    first = scene.push({
      'app/cm.json': configMap('settings', 'hello'),
      'app/deployment.json': deployment('web'),
      'refused/deployment.json': deployment('refused', 'other'),
      'unknown-kind/widget.yaml':
        'apiVersion: widgets.example.invalid/v1\nkind: Widget\nmetadata:\n  name: w\n',
    });
  });
  afterAll(() => scene.end());

  it('goes from missing to synced, to a new commit, to drift', async () => {
    const name = await scene.application('life', 'app');
    const missing = await scene.status(name, ({ sync }) => sync?.revision);
    expect(missing).toMatchObject({
      sync: {
        status: 'OutOfSync',
        revision: first,
        comparedTo: { destination: { server: HERE, namespace: scene.id } },
      },
      health: { status: 'Missing' },
      sourceType: 'Directory',
      resourceHealthSource: 'appTree',
      controllerNamespace: 'argocd',
    });
    expect(missing.resources).toEqual([
      {
        version: 'v1',
        kind: 'ConfigMap',
        namespace: scene.id,
        name: 'settings',
        status: 'OutOfSync',
      },
      {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: scene.id,
        name: 'web',
        status: 'OutOfSync',
      },
    ]);

    await scene.sync(name);
    const synced = await scene.status(
      name,
      ({ sync, operationState }) =>
        sync?.status === 'Synced' && operationState?.phase === 'Succeeded',
    );
    expect(synced.operationState).toMatchObject({
      message: 'successfully synced (all tasks run)',
      operation: {
        initiatedBy: { username: 'contract' },
        retry: {},
        sync: { revision: 'main' },
      },
      syncResult: { revision: first },
    });
    expect(synced.operationState!.syncResult!.resources).toEqual([
      {
        group: '',
        version: 'v1',
        kind: 'ConfigMap',
        namespace: scene.id,
        name: 'settings',
        status: 'Synced',
        message: 'configmap/settings created',
        hookPhase: 'Running',
        syncPhase: 'Sync',
      },
      {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: scene.id,
        name: 'web',
        status: 'Synced',
        message: 'deployment.apps/web created',
        hookPhase: 'Running',
        syncPhase: 'Sync',
        images: ['example.invalid/web:1'],
      },
    ]);
    expect(synced.history).toMatchObject([
      { id: 0, revision: first, initiatedBy: { username: 'contract' } },
    ]);

    const second = scene.push({
      'app/cm.json': configMap('settings', 'hallo'),
    });
    await scene.refresh(name);
    const pushed = await scene.status(
      name,
      ({ sync }, { metadata }) =>
        sync?.revision === second &&
        !metadata.annotations?.['argocd.argoproj.io/refresh'],
    );
    expect(pushed.sync!.status).toBe('OutOfSync');
    expect(pushed.resources!.map(({ status }) => status)).toEqual([
      'OutOfSync',
      'Synced',
    ]);

    await scene.sync(name, { revision: second });
    const again = await scene.status(
      name,
      ({ sync, history, operationState }) =>
        sync?.status === 'Synced' &&
        history?.length === 2 &&
        operationState?.phase === 'Succeeded',
    );
    expect(
      again.operationState!.syncResult!.resources!.map(r => r.message),
    ).toEqual(['configmap/settings configured', expect.any(String)]);

    await scene.hub.patch(
      resources.configMaps,
      'settings',
      { data: { greeting: 'drift' } },
      { namespace: scene.id },
    );
    const drifted = await scene.status(
      name,
      ({ sync }) => sync?.status === 'OutOfSync',
    );
    expect(drifted.operationState!.phase).toBe('Succeeded');
  });

  it('tells in a dry run what would change, and changes nothing', async () => {
    const name = await scene.application('dry', 'app');
    scene.push({ 'dry/cm.json': configMap('dry', 'hello') });
    await scene.patch(name, { spec: { source: { path: 'dry' } } });
    await scene.status(name, ({ resources: all }) => all?.length === 1);
    await scene.sync(name, { dryRun: true });
    const { operationState, history } = await scene.status(
      name,
      status => status.operationState?.phase === 'Succeeded',
    );
    expect(operationState!.message).toBe('successfully synced (no more tasks)');
    expect(operationState!.syncResult!.resources).toMatchObject([
      { message: 'configmap/dry created (dry run)', hookPhase: 'Succeeded' },
    ]);
    expect(history).toBeUndefined();
    expect(
      await scene.hub.get(resources.configMaps, 'dry', scene.id),
    ).toBeUndefined();
  });

  it('fails in the words of the API server that refuses an object', async () => {
    const name = await scene.application('refused', 'refused');
    await scene.status(name, ({ sync }) => sync?.status === 'OutOfSync');
    await scene.sync(name);
    const { operationState, conditions } = await scene.status(
      name,
      status => status.operationState?.phase === 'Failed',
    );
    const refusal =
      'Deployment.apps "refused" is invalid: spec.template.metadata.labels: Invalid value: {"app":"other"}: `selector` does not match template `labels`';
    expect(operationState!.message).toBe(
      `one or more objects failed to apply, reason: ${refusal}`,
    );
    expect(operationState!.syncResult!.resources).toMatchObject([
      { status: 'SyncFailed', hookPhase: 'Failed', message: refusal },
    ]);
    expect(conditions).toBeUndefined();
  });

  it('fails when a kind is not known', async () => {
    const name = await scene.application('unknown-kind', 'unknown-kind');
    const { resources: all } = await scene.status(
      name,
      ({ sync }) => sync?.status === 'OutOfSync',
    );
    expect(all).toMatchObject([{ kind: 'Widget', status: 'Unknown' }]);
    await scene.sync(name);
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Failed',
    );
    expect(operationState!.message).toBe(
      'one or more synchronization tasks are not valid: failed to discover server resources for group version widgets.example.invalid/v1: the server could not find the requested resource',
    );
    expect(operationState!.syncResult!.resources).toEqual([
      {
        group: 'widgets.example.invalid',
        version: 'v1',
        kind: 'Widget',
        namespace: scene.id,
        name: 'w',
        status: 'SyncFailed',
        syncPhase: 'Sync',
        message: `The Kubernetes API could not find widgets.example.invalid/Widget for requested resource ${scene.id}/w. Make sure the "Widget" CRD is installed on the destination cluster.`,
      },
    ]);
  });

  it('refuses to sync to a commit that does not exist', async () => {
    const name = await scene.application('bad-commit', 'app');
    await scene.status(name, ({ sync }) => sync?.status);
    await scene.sync(name, { revision: 'deadbeef' });
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Error',
    );
    expect(operationState!.message).toBe(
      "ComparisonError: Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = failed to initialize repository resources: rpc error: code = Internal desc = Failed to checkout revision deadbeef: `git fetch origin deadbeef --tags --force --prune` failed exit status 128: fatal: couldn't find remote ref deadbeef",
    );
  });

  it('warns of objects that another Application has', async () => {
    scene.push({ 'shared/cm.json': configMap('shared', 'mine') });
    const owner = await scene.application('owner', 'shared');
    await scene.status(owner, ({ sync }) => sync?.status === 'OutOfSync');
    await scene.sync(owner);
    await scene.status(owner, ({ sync }) => sync?.status === 'Synced');
    const other = await scene.application('other', 'shared');
    expect(await scene.conditions(other, 'SharedResourceWarning')).toEqual([
      `SharedResourceWarning: ConfigMap/shared is part of applications argocd/${other} and ${owner}`,
    ]);
  });

  it('takes what it made along when it is deleted', async () => {
    scene.push({ 'leaving/cm.json': configMap('leaving', 'bye') });
    const name = await scene.application('leaving', 'leaving', {
      syncPolicy: { automated: {} },
    });
    await scene.patch(name, {
      metadata: { finalizers: ['resources-finalizer.argocd.argoproj.io'] },
    });
    await scene.status(name, ({ sync }) => sync?.status === 'Synced');
    await scene.hub.delete(resources.applications, name, {
      namespace: 'argocd',
    });
    await scene.gone(resources.applications, name);
    expect(
      await scene.hub.get(resources.configMaps, 'leaving', scene.id),
    ).toBeUndefined();
  });
});

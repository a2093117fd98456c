import { KubernetesResource } from '../../client';
import { configMap, Scene } from './Scene';

jest.setTimeout(120_000);

const PODS: KubernetesResource = {
  group: '',
  version: 'v1',
  plural: 'pods',
  kind: 'Pod',
  namespaced: true,
};

/** A pod that nobody runs: it ends when the test says so. */
function hook(name: string, type: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, annotations: { 'argocd.argoproj.io/hook': type } },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      nodeSelector: { 'slipway.dev/none': 'none' },
      containers: [{ name: 'hook', image: 'example.invalid/hook:1' }],
    },
  });
}

describe('Argo CD: hooks and waves', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.begin();
  });
  afterAll(() => scene.end());

  async function waitsFor(application: string, message: string) {
    return scene.status(
      application,
      ({ operationState }) => operationState?.message === message,
    );
  }

  function end(pod: string, phase: 'Succeeded' | 'Failed') {
    return scene.hub.patch(
      PODS,
      pod,
      { status: { phase, message: `it ${phase.toLowerCase()}` } },
      { namespace: scene.id, subresource: 'status' },
    );
  }

  it('runs hooks before and after the objects', async () => {
    scene.push({
      'hooks/pre.json': hook('pre', 'PreSync'),
      'hooks/cm.json': configMap('hooked', 'x'),
      'hooks/post.json': hook('post', 'PostSync'),
    });
    const name = await scene.application('hooks', 'hooks');
    await scene.status(name, ({ sync }) => sync?.status === 'OutOfSync');
    await scene.sync(name);
    const before = await waitsFor(
      name,
      'waiting for completion of hook /Pod/pre',
    );
    expect(before.operationState).toMatchObject({
      phase: 'Running',
      syncResult: {
        resources: [
          {
            kind: 'Pod',
            hookType: 'PreSync',
            syncPhase: 'PreSync',
            hookPhase: 'Running',
            status: 'Synced',
            message: 'pod/pre created',
          },
        ],
      },
    });
    await end('pre', 'Succeeded');
    await waitsFor(name, 'waiting for completion of hook /Pod/post');
    await end('post', 'Succeeded');
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Succeeded',
    );
    expect(operationState!.message).toBe('successfully synced (no more tasks)');
    expect(
      operationState!.syncResult!.resources!.map(
        ({ name: object, hookPhase, syncPhase, message }) =>
          `${object}: ${syncPhase} ${hookPhase} ${message}`,
      ),
    ).toEqual([
      'pre: PreSync Succeeded it succeeded',
      'hooked: Sync Succeeded configmap/hooked created',
      'post: PostSync Succeeded it succeeded',
    ]);
  });

  it('stops where a hook fails', async () => {
    scene.push({
      'failing/pre.json': hook('failing', 'PreSync'),
      'failing/cm.json': configMap('never', 'x'),
    });
    const name = await scene.application('failing', 'failing');
    await scene.status(name, ({ sync }) => sync?.status === 'OutOfSync');
    await scene.sync(name);
    await waitsFor(name, 'waiting for completion of hook /Pod/failing');
    await end('failing', 'Failed');
    const { operationState, sync } = await scene.status(
      name,
      status => status.operationState?.phase === 'Failed',
    );
    expect(operationState!.message).toBe(
      'one or more synchronization tasks completed unsuccessfully',
    );
    expect(sync!.status).toBe('OutOfSync');
  });

  it('can be terminated', async () => {
    scene.push({
      'endless/pre.json': hook('endless', 'PreSync'),
      'endless/cm.json': configMap('endless', 'x'),
    });
    const name = await scene.application('endless', 'endless');
    await scene.status(name, ({ sync }) => sync?.status === 'OutOfSync');
    await scene.sync(name);
    await waitsFor(name, 'waiting for completion of hook /Pod/endless');
    await scene.patch(name, {
      status: { operationState: { phase: 'Terminating' } },
    });
    const { operationState } = await scene.status(
      name,
      status => status.operationState?.phase === 'Failed',
    );
    expect(operationState!.message).toBe('Operation terminated');
    expect(operationState!.syncResult!.resources).toMatchObject([
      { name: 'endless', hookPhase: 'Failed', message: 'Terminated' },
    ]);
  });

  it('applies one wave after the other', async () => {
    const wave = (number: number) => ({
      'argocd.argoproj.io/sync-wave': String(number),
    });
    scene.push({
      'waves/a.json': configMap('a-last', 'x', wave(2)),
      'waves/b.json': configMap('b-first', 'x', wave(-1)),
      'waves/c.json': configMap('c-middle', 'x'),
    });
    const name = await scene.application('waves', 'waves');
    await scene.status(name, ({ sync }) => sync?.status === 'OutOfSync');
    await scene.sync(name);
    const { operationState, resources } = await scene.status(
      name,
      status => status.operationState?.phase === 'Succeeded',
    );
    expect(operationState!.message).toBe('successfully synced (all tasks run)');
    expect(
      operationState!.syncResult!.resources!.map(resource => resource.name),
    ).toEqual(['b-first', 'c-middle', 'a-last']);
    expect(resources!.map(({ syncWave }) => syncWave)).toEqual([
      2,
      -1,
      undefined,
    ]);
  });
});

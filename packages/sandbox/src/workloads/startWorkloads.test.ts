import http from 'node:http';
import { resources } from '../client';
import { deploymentManifest, serviceManifest } from './testing/manifests';
import { startTestCluster, TestCluster } from './testing/startTestCluster';
import {
  Deployment,
  EndpointSlice,
  NodeObject,
  Pod,
  ReplicaSet,
} from './types';

const NAMESPACE = 'shop-dev';

function get(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, agent: false }, async response => {
        let text = '';
        for await (const chunk of response) {
          text += chunk;
        }
        resolve(text);
      })
      .on('error', reject);
  });
}

// Processes start slowly where many tests share two cores.
jest.setTimeout(30_000);

describe('startWorkloads', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.stop());

  const untilDeployment = (
    name: string,
    isSo: (deployment: Deployment) => unknown,
  ) =>
    cluster.until<Deployment>(resources.deployments, name, deployment =>
      Boolean(deployment && isSo(deployment)),
    );

  const isRolledOut = ({ metadata, spec, status }: Deployment) =>
    status?.observedGeneration === metadata.generation &&
    status?.availableReplicas === spec.replicas &&
    status?.updatedReplicas === spec.replicas &&
    status?.replicas === spec.replicas;

  const conditionOf = (deployment: Deployment, type: string) =>
    deployment.status?.conditions?.find(c => c.type === type);

  async function create(
    name: string,
    options: Omit<
      Parameters<typeof deploymentManifest>[0],
      'name' | 'image'
    > = {},
  ): Promise<Deployment> {
    const image = cluster.images.addServer(name, `Hello from ${name}`);
    await cluster.client.create(
      resources.deployments,
      deploymentManifest({ name, image, ...options }),
    );
    return untilDeployment(name, isRolledOut);
  }

  const patch = (name: string, spec: unknown) =>
    cluster.client.patch<Deployment>(
      resources.deployments,
      name,
      { spec },
      { namespace: NAMESPACE, type: 'strategic' },
    );

  const setImage = (name: string, image: string) =>
    patch(name, {
      template: { spec: { containers: [{ name: 'app', image }] } },
    });

  async function listOf<T extends Pod | ReplicaSet>(
    kind: 'pods' | 'replicaSets',
    app: string,
  ): Promise<T[]> {
    const { items } = await cluster.client.list<T>(resources[kind], {
      namespace: NAMESPACE,
      labelSelector: `app=${app}`,
    });
    return items;
  }

  it('has one node, which is ready', async () => {
    const node = await cluster.client.get<NodeObject>(
      resources.nodes,
      'dev-1-worker-0',
    );
    expect(node!.status!.conditions).toContainEqual(
      expect.objectContaining({ type: 'Ready', status: 'True' }),
    );
  });

  it('spreads pods over nodes, moves them when one goes, and keeps off the control plane', async () => {
    const worker = (index: number) => ({
      name: `dev-1-worker-${index}`,
      role: 'worker',
    });
    const master = { name: 'dev-1-master-0', role: 'control-plane' };
    const { workloads } = cluster;
    await workloads.reshape({
      nodes: [master, worker(0), worker(1)],
      version: 'v1.35.4',
    });
    const versions = async () => {
      const { items } = await cluster.client.list(resources.nodes);
      return items.map(({ metadata, status }) => [
        metadata.name,
        (status as { nodeInfo: { kubeletVersion: string } }).nodeInfo
          .kubeletVersion,
      ]);
    };
    expect(await versions()).toEqual([
      ['dev-1-master-0', 'v1.35.4'],
      ['dev-1-worker-0', 'v1.35.4'],
      ['dev-1-worker-1', 'v1.35.4'],
    ]);
    await create('spread', { replicas: 2 });
    const nodesOf = async () =>
      (await listOf<Pod>('pods', 'spread'))
        .filter(pod => !pod.metadata.deletionTimestamp)
        .map(pod => pod.spec.nodeName)
        .sort();
    expect(await nodesOf()).toEqual(['dev-1-worker-0', 'dev-1-worker-1']);

    await workloads.reshape({ nodes: [worker(0)], version: 'v1.36.3' });
    expect(await versions()).toEqual([['dev-1-worker-0', 'v1.36.3']]);
    await cluster.untilList<Pod>(
      resources.pods,
      'app=spread',
      pods =>
        pods.length === 2 &&
        pods.every(
          pod =>
            pod.spec.nodeName === 'dev-1-worker-0' &&
            pod.status?.phase === 'Running',
        ),
    );
  });

  it('makes a Deployment answer behind its Service', async () => {
    await cluster.client.create(resources.services, serviceManifest('shop'));
    const deployment = await create('shop', { replicas: 2 });
    expect(deployment.metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '1',
    });
    const [slice] = await cluster.untilList<EndpointSlice>(
      resources.endpointSlices,
      'kubernetes.io/service-name=shop',
      slices =>
        slices.length === 1 &&
        slices[0].endpoints.filter(e => e.conditions.ready).length === 2,
    );
    expect(slice.ports).toMatchObject([{ name: 'http', port: 8080 }]);
    for (const { addresses } of slice.endpoints) {
      const port = cluster.workloads.network.resolve(addresses[0], 8080);
      expect(await get(port!)).toBe('Hello from shop');
    }
  });

  it('rolls a new image out, keeps the old revision, and goes back to it', async () => {
    const first = await create('roll', { replicas: 2 });
    const [old] = await listOf<ReplicaSet>('replicaSets', 'roll');
    await setImage('roll', cluster.images.addServer('roll2', 'Hello again'));
    const second = await untilDeployment(
      'roll',
      deployment =>
        isRolledOut(deployment) &&
        deployment.metadata.annotations![
          'deployment.kubernetes.io/revision'
        ] === '2',
    );
    expect(conditionOf(second, 'Progressing')).toMatchObject({
      reason: 'NewReplicaSetAvailable',
    });
    const sets = await listOf<ReplicaSet>('replicaSets', 'roll');
    expect(
      sets.map(set => [
        set.metadata.name === old.metadata.name,
        set.spec.replicas,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [true, 0],
        [false, 2],
      ]),
    );
    await setImage('roll', first.spec.template.spec.containers[0].image);
    await untilDeployment(
      'roll',
      deployment =>
        isRolledOut(deployment) &&
        deployment.metadata.annotations![
          'deployment.kubernetes.io/revision'
        ] === '3',
    );
    const back = await listOf<ReplicaSet>('replicaSets', 'roll');
    expect(back).toHaveLength(2);
    expect(
      back.find(set => set.metadata.name === old.metadata.name)!.spec.replicas,
    ).toBe(2);
    await cluster.untilEvent(
      'roll',
      `ScalingReplicaSet: Scaled up replica set ${old.metadata.name} from 0 to 1`,
    );
  });

  it('keeps the old pods when the new ones do not start', async () => {
    await create('stuck', { spec: { progressDeadlineSeconds: 1 } });
    await setImage('stuck', 'registry.slipway.localhost/acme/none:1');
    const deployment = await untilDeployment(
      'stuck',
      d => conditionOf(d, 'Progressing')?.reason === 'ProgressDeadlineExceeded',
    );
    expect(conditionOf(deployment, 'Available')).toMatchObject({
      status: 'True',
      reason: 'MinimumReplicasAvailable',
    });
    expect(deployment.status).toMatchObject({
      replicas: 2,
      updatedReplicas: 1,
      readyReplicas: 1,
      unavailableReplicas: 1,
    });
  });

  it('scales to three and to none', async () => {
    await create('scale');
    await patch('scale', { replicas: 3 });
    await untilDeployment('scale', isRolledOut);
    expect(await listOf('pods', 'scale')).toHaveLength(3);
    await patch('scale', { replicas: 0 });
    await cluster.untilList<Pod>(
      resources.pods,
      'app=scale',
      pods => pods.length === 0,
    );
    const deployment = await untilDeployment('scale', d => !d.status?.replicas);
    expect(conditionOf(deployment, 'Available')!.status).toBe('True');
  });

  it('does nothing while paused, and goes on when resumed', async () => {
    await create('pause');
    await patch('pause', { paused: true });
    await untilDeployment(
      'pause',
      d => conditionOf(d, 'Progressing')?.reason === 'DeploymentPaused',
    );
    await setImage('pause', cluster.images.addServer('pause2', 'resumed'));
    const paused = await untilDeployment(
      'pause',
      d => d.status?.observedGeneration === d.metadata.generation,
    );
    expect(paused.status!.updatedReplicas).toBeUndefined();
    expect(await listOf('replicaSets', 'pause')).toHaveLength(1);
    await patch('pause', { paused: null });
    await untilDeployment('pause', isRolledOut);
    expect(await listOf('replicaSets', 'pause')).toHaveLength(2);
  });

  it('ends all old pods before new ones where it shall recreate them', async () => {
    await create('recreate', { spec: { strategy: { type: 'Recreate' } } });
    const seen: string[][] = [];
    const watching = cluster.untilList<Pod>(
      resources.pods,
      'app=recreate',
      pods => {
        seen.push(pods.map(pod => pod.spec.containers[0].image));
        return pods.some(
          pod =>
            pod.spec.containers[0].image.includes('recreate2') &&
            pod.status?.phase === 'Running',
        );
      },
    );
    await setImage('recreate', cluster.images.addServer('recreate2', 'new'));
    await watching;
    expect(Math.max(...seen.map(images => images.length))).toBe(1);
  });

  it('replaces a pod that somebody deletes', async () => {
    await create('lost');
    const [pod] = await listOf<Pod>('pods', 'lost');
    await cluster.client.delete(resources.pods, pod.metadata.name, {
      namespace: NAMESPACE,
    });
    const [replacement] = await cluster.untilList<Pod>(
      resources.pods,
      'app=lost',
      pods =>
        pods.length === 1 &&
        pods[0].metadata.uid !== pod.metadata.uid &&
        Boolean(pods[0].status?.containerStatuses?.[0].ready),
    );
    expect(replacement.metadata.ownerReferences).toEqual(
      pod.metadata.ownerReferences,
    );
  });

  it('removes everything with the Deployment', async () => {
    await create('gone');
    await cluster.client.delete(resources.deployments, 'gone', {
      namespace: NAMESPACE,
    });
    await cluster.untilList<Pod>(
      resources.pods,
      'app=gone',
      pods => pods.length === 0,
    );
    expect(await listOf('replicaSets', 'gone')).toEqual([]);
  });

  it('says why it cannot make a pod', async () => {
    await cluster.client.create(resources.resourceQuotas, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'full', namespace: NAMESPACE },
      spec: { hard: { pods: '0' } },
    });
    await cluster.client.create(
      resources.deployments,
      deploymentManifest({
        name: 'quota',
        image: cluster.images.addServer('quota', 'never'),
      }),
    );
    const deployment = await untilDeployment('quota', d =>
      conditionOf(d, 'ReplicaFailure'),
    );
    expect(conditionOf(deployment, 'ReplicaFailure')).toMatchObject({
      status: 'True',
      reason: 'FailedCreate',
      message: expect.stringContaining('exceeded quota: full'),
    });
    await cluster.client.delete(resources.resourceQuotas, 'full', {
      namespace: NAMESPACE,
    });
    await untilDeployment('quota', isRolledOut);
  });

  it('has nothing to complain about', () => {
    const expected = /exceeded quota/;
    expect(cluster.log.filter(line => !expected.test(line))).toEqual([]);
  });

  it('goes on where it was after the API server was away', async () => {
    const { spec } = await create('away');
    const [pod] = await listOf<Pod>('pods', 'away');
    const port = cluster.workloads.network.resolve(pod.status!.podIP!, 8080)!;
    cluster.api.setFault('gone');
    expect(await get(port)).toBe('Hello from away');
    await expect(listOf('pods', 'away')).rejects.toThrow();
    cluster.api.setFault('none');
    await patch('away', { replicas: spec.replicas! + 1 });
    await untilDeployment('away', isRolledOut);
    const pods = await listOf<Pod>('pods', 'away');
    expect(pods.map(p => p.metadata.uid)).toContain(pod.metadata.uid);
  });
});

import http from 'node:http';
import { resources } from '../client';
import { deploymentManifest, serviceManifest } from './testing/manifests';
import { startTestCluster, TestCluster } from './testing/startTestCluster';
import { Deployment, EndpointSlice, Pod } from './types';

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

describe('startWorkloads', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.stop());

  const isReady = (replicas: number) => (deployment?: Deployment) =>
    deployment?.status?.availableReplicas === replicas &&
    deployment.status.updatedReplicas === replicas &&
    deployment.status.replicas === replicas &&
    deployment.status.observedGeneration === deployment.metadata.generation;

  async function podsOf(app: string): Promise<Pod[]> {
    const { items } = await cluster.client.list<Pod>(resources.pods, {
      namespace: 'shop-dev',
      labelSelector: `app=${app}`,
    });
    return items;
  }

  it('makes a Deployment answer behind its Service', async () => {
    const { client, images } = cluster;
    await client.create(
      resources.deployments,
      deploymentManifest({
        name: 'shop',
        image: images.addServer('shop', 'Hello from shop'),
        replicas: 2,
      }),
    );
    await client.create(resources.services, serviceManifest('shop'));
    const deployment = await cluster.until<Deployment>(
      resources.deployments,
      'shop',
      isReady(2),
    );
    const pods = await podsOf('shop');
    expect(pods).toHaveLength(2);

    const { items } = await client.list<EndpointSlice>(
      resources.endpointSlices,
      { namespace: 'shop-dev' },
    );
    expect(items).toHaveLength(1);
    const [slice] = items;
    expect(slice.ports).toMatchObject([{ name: 'http', port: 8080 }]);
    for (const { addresses } of slice.endpoints) {
      const port = cluster.workloads.network.resolve(addresses[0], 8080);
      expect(await get(port!)).toBe('Hello from shop');
    }
    expect(deployment.metadata.annotations).toMatchObject({
      'deployment.kubernetes.io/revision': '1',
    });
  });
});

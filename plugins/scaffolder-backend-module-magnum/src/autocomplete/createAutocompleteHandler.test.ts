import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { refusal } from '../__testUtils__/FakeAnswer';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ownMarks } from '../__testUtils__/ownMarks';
import { createAutocompleteHandler } from './createAutocompleteHandler';

const TOKEN = mockCredentials.user.token();

describe('autocomplete of magnum', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
  });

  afterEach(() => cloud.stop());

  function handler({ denied = false } = {}) {
    const result = denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW;
    const asked: unknown[] = [];
    const permissions = mockServices.permissions.mock({
      authorize: async requests => {
        asked.push(requests.map(({ permission }) => permission.name));
        return requests.map(() => ({ result } as const));
      },
    });
    const clouds = cloud.clouds([{}, { name: 'museum', watchOnly: true }]);
    const handle = createAutocompleteHandler({
      auth: mockServices.auth(),
      clouds,
      permissions,
    });
    return { handle, asked };
  }

  async function ask(resource: string, context: Record<string, string> = {}) {
    const { results } = await handler().handle({
      resource,
      token: TOKEN,
      context: { cloud: 'acme', ...context },
    });
    return results;
  }

  it('offers the clouds in which something may be provisioned', async () => {
    expect(await ask('clouds')).toEqual([
      { id: 'acme', title: 'acme (RegionOne)', region: 'RegionOne' },
    ]);
  });

  it('offers templates, the newest first', async () => {
    cloud.magnum.putTemplate({ name: 'k8s-v1.35', uuid: 'twin' });
    cloud.magnum.putTemplate({ name: 'swarm', coe: 'swarm' });
    const templates = await ask('cluster-templates');
    expect(templates.map(({ id }) => id)).toEqual([
      'k8s-v1.36',
      'template-k8s-v1.35',
      'twin',
    ]);
    expect(templates[0]).toEqual({
      id: 'k8s-v1.36',
      title: 'k8s-v1.36 (v1.36.1)',
      name: 'k8s-v1.36',
      uuid: 'template-k8s-v1.36',
      version: 'v1.36.1',
      hidden: 'false',
      public: 'false',
      image: 'image-136',
      distro: 'ubuntu',
      flavor: 'm1.medium',
      masterFlavor: 'm1.medium',
      masterLoadBalancer: 'true',
      floatingIp: 'true',
    });
  });

  it('offers flavors, the smallest first', async () => {
    const flavors = await ask('flavors');
    expect(flavors.map(({ title }) => title)).toEqual([
      'm1.tiny: 1 vCPU, 0.5 GB RAM, 20 GB disk',
      'm1.small: 1 vCPU, 2 GB RAM, 20 GB disk',
      'm1.medium: 2 vCPU, 4 GB RAM, 20 GB disk',
      'm1.large: 4 vCPU, 8 GB RAM, 20 GB disk',
    ]);
    expect(flavors[1]).toMatchObject({
      id: 'm1.small',
      flavorId: 'id-m1.small',
      vcpus: '1',
      ramMb: '2048',
      diskGb: '20',
    });
  });

  it('offers clusters and their node groups', async () => {
    const cluster = cloud.magnum.put({ labels: ownMarks() });
    expect(await ask('clusters')).toEqual([
      {
        id: cluster.uuid,
        title: 'shop-prod (CREATE_COMPLETE)',
        name: 'shop-prod',
        status: 'CREATE_COMPLETE',
        version: 'v1.35.4',
        clusterTemplate: 'template-k8s-v1.35',
        nodeCount: '3',
        masterCount: '1',
        flavor: 'm1.medium',
        owner: 'storefront',
        entityRef: 'resource:default/shop-prod',
      },
    ]);
    const groups = await ask('node-groups', { cluster: cluster.uuid });
    expect(groups[1]).toMatchObject({
      id: 'default-worker',
      title: 'default-worker: 3 × m1.medium',
      role: 'worker',
      default: 'true',
      nodeCount: '3',
    });
    await expect(ask('node-groups')).rejects.toThrow('of which cluster');
  });

  it('offers keypairs, networks and zones', async () => {
    expect(await ask('keypairs')).toEqual([{ id: 'ops', title: 'ops' }]);
    expect(await ask('networks')).toEqual([
      { id: 'net-1', title: 'private', shared: 'false' },
    ]);
    expect(await ask('availability-zones')).toEqual([
      { id: 'nova', title: 'nova', available: 'true' },
    ]);
  });

  it('tells the quotas, and why it does not know some', async () => {
    cloud.magnum.put();
    cloud.say('GET /network/v2.0/quotas/project-1/details', refusal(403, 'No'));
    const quota = await ask('quota');
    expect(quota).toContainEqual({
      id: 'clusters',
      title: 'Clusters',
      used: '1',
      limit: '20',
    });
    expect(quota).toContainEqual({
      id: 'cores',
      title: 'vCPUs',
      used: '4',
      limit: '40',
    });
    expect(quota.at(-1)).toMatchObject({
      id: 'floatingIps',
      reason: expect.stringContaining('No'),
    });
  });

  it('says what a cloud does not tell', async () => {
    cloud.say('GET /compute/v2.1/flavors/detail', refusal(403, 'Not for you'));
    await expect(ask('flavors')).rejects.toThrow('Not for you');
  });

  it('is for those who may order clusters', async () => {
    const context = { cloud: 'acme' };
    const { handle, asked } = handler();
    await handle({ resource: 'clouds', token: TOKEN, context });
    expect(asked).toEqual([['slipway.cluster.create']]);
    const denied = handler({ denied: true }).handle;
    await expect(
      denied({ resource: 'clouds', token: TOKEN, context }),
    ).rejects.toThrow('slipway.cluster.create is missing');
    await expect(
      handle({ resource: 'clouds', token: 'forged', context }),
    ).rejects.toThrow();
    expect(cloud.requests).toEqual([]);
  });

  it.each([
    ['secrets', { cloud: 'acme' }, 'Clouds are not asked for "secrets"'],
    ['constructor', { cloud: 'acme' }, 'Clouds are not asked for'],
    ['flavors', { cloud: 'museum' }, 'The cloud museum is only watched'],
    ['flavors', { cloud: 'nowhere' }, "There is no cloud 'nowhere'"],
  ])('refuses %s of %j', async (resource, context, message) => {
    await expect(ask(resource, context)).rejects.toThrow(message);
  });
});

import { KubernetesObject, resources } from '../../client';
import { startTestApi, TestApi } from '../testing/startTestApi';

const metadata = (name: string) => ({ name, namespace: 'default' });

function pod(name: string, requests?: object): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(name),
    spec: {
      containers: [{ name: 'main', image: 'x', resources: { requests } }],
    },
  };
}

describe('quotas', () => {
  let test: TestApi;
  beforeEach(async () => {
    test = await startTestApi();
  });
  afterEach(() => test.close());

  const quota = (hard: object) =>
    test.client.create(resources.resourceQuotas, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: metadata('q'),
      spec: { hard },
    });
  const create = (object: KubernetesObject) =>
    test.client.create(resources.pods, object);

  it('refuse what is too much and tell what is used', async () => {
    await quota({ pods: '2', 'requests.memory': '1Gi', configmaps: '5' });
    await create(pod('a', { memory: '768Mi' }));
    await expect(create(pod('b', { memory: '512Mi' }))).rejects.toMatchObject({
      code: 403,
      reason: 'Forbidden',
      message:
        'pods "b" is forbidden: exceeded quota: q, requested: requests.memory=512Mi, used: requests.memory=768Mi, limited: requests.memory=1Gi',
    });
    await expect(create(pod('b'))).rejects.toMatchObject({
      message:
        'pods "b" is forbidden: failed quota: q: must specify requests.memory for: main',
    });
    await create(pod('b', { memory: '256Mi' }));
    await expect(create(pod('c', { memory: '0' }))).rejects.toMatchObject({
      message: expect.stringContaining(
        'requested: pods=1, used: pods=2, limited: pods=2',
      ),
    });
    const status = async () =>
      (await test.client.get(resources.resourceQuotas, 'q', 'default'))?.status;
    expect(await status()).toEqual({
      hard: { pods: '2', 'requests.memory': '1Gi', configmaps: '5' },
      used: { pods: '2', 'requests.memory': '1Gi', configmaps: '1' },
    });
    await test.client.delete(resources.pods, 'a', { namespace: 'default' });
    expect(await status()).toMatchObject({
      used: { pods: '1', 'requests.memory': '256Mi' },
    });
  });

  it('are met with the defaults of a limit range', async () => {
    await quota({ 'limits.cpu': '1' });
    await test.client.create(
      {
        group: '',
        version: 'v1',
        plural: 'limitranges',
        kind: 'LimitRange',
        namespaced: true,
      },
      {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: metadata('l'),
        spec: { limits: [{ type: 'Container', default: { cpu: '600m' } }] },
      },
    );
    const created = await create(pod('a'));
    expect(created.spec).toMatchObject({
      containers: [
        { resources: { limits: { cpu: '600m' }, requests: { cpu: '600m' } } },
      ],
    });
    await expect(create(pod('b'))).rejects.toMatchObject({
      message: expect.stringContaining(
        'requested: limits.cpu=600m, used: limits.cpu=600m, limited: limits.cpu=1',
      ),
    });
  });
});

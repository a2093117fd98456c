import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { JsonObject } from '@backstage/types';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from '../__testUtils__/FakeAnswer';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ownMarks } from '../__testUtils__/ownMarks';
import { testOptions, TestOptions } from '../__testUtils__/testOptions';
import { createClusterCreateAction } from './clusterCreate';
import { examples } from './clusterCreate.examples';

describe('magnum:cluster:create', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
  });

  afterEach(() => cloud.stop());

  async function create(
    changes: JsonObject = {},
    overrides: TestOptions = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const options = testOptions(cloud, overrides);
    const action = createClusterCreateAction(options);
    const input = { ...inputOf(examples[0]), ...changes };
    const run = await runAction(action, input, context);
    return { ...run, told: options.told };
  }

  it(`${examples[0].description}`, async () => {
    cloud.magnum.hiddenFor = 2;
    const { error, output, lines, told } = await create();
    expect(error).toBeUndefined();
    const [cluster, ...others] = cloud.magnum.clusters;
    expect(others).toEqual([]);
    expect(output).toEqual({
      cloud: 'acme',
      clusterId: cluster.uuid,
      name: 'shop-prod',
      entityRef: 'resource:default/shop-prod',
      owner: 'storefront',
      zone: 'shop-prod.example.org',
      stage: 'prod',
      components: ['cert-manager', 'ingress-nginx'],
    });
    expect(cluster).toMatchObject({
      name: 'shop-prod',
      node_count: 3,
      master_count: 3,
      labels: { kube_tag: 'v1.36.1' },
    });
    expect(readClusterMarks(cluster.labels!)).toEqual({
      entityRef: 'resource:default/shop-prod',
      cloud: 'acme',
      project: 'project-1',
      owner: 'storefront',
      zone: 'shop-prod.example.org',
      stage: 'prod',
      components: ['cert-manager', 'ingress-nginx'],
    });
    expect(told).toEqual([
      { cloud: 'acme', uuid: cluster.uuid, change: 'created' },
    ]);
    expect(lines).toEqual([
      [
        'Ordering the cluster shop-prod in the cloud acme for storefront:',
        '  cluster template k8s-v1.36 (v1.36.1)',
        '  3 control-plane nodes of m1.medium',
        '  3 nodes of m1.medium',
        '  zone shop-prod.example.org',
        '  stage prod',
        '  components cert-manager, ingress-nginx',
      ].join('\n'),
      `Magnum has accepted the cluster shop-prod: ${cluster.uuid}`,
    ]);
  });

  it('takes what a form left empty for what was not said', async () => {
    const { error } = await create({ cloud: '', flavor: '', zone: '' });
    expect(error).toBeUndefined();
    expect(cloud.magnum.clusters[0].flavor_id).toBe('m1.medium');
  });

  it('prints the plan in a dry run', async () => {
    const { error, output, lines, told } = await create(
      {},
      {},
      { isDryRun: true },
    );
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('Would order the cluster shop-prod');
    expect(output.clusterId).toBeUndefined();
    expect(output.name).toBe('shop-prod');
    expect(cloud.writes).toEqual([]);
    expect(told).toEqual([]);
  });

  it('is refused before anything is asked', async () => {
    const denied = { authorizer: mockAuthorizer({ denied: true }) };
    expect((await create({}, denied)).error?.message).toContain(
      'slipway.cluster.create is missing',
    );
    expect((await create({ owner: 'payments' })).error?.message).toContain(
      'does not belong to group:default/payments',
    );
    expect(cloud.requests).toEqual([]);
  });

  it('is refused in clouds that are only watched', async () => {
    const clouds = cloud.clouds([{ name: 'museum', watchOnly: true }]);
    expect((await create({}, { clouds })).error?.message).toBe(
      'The cloud museum is only watched; nothing may be provisioned in it',
    );
    expect((await create({ cloud: 'nowhere' })).error?.message).toContain(
      "There is no cloud 'nowhere'",
    );
    expect(cloud.requests).toEqual([]);
  });

  it('finds what it made before, and changes nothing of it', async () => {
    const first = await create();
    const second = await create({ nodeCount: 9 });
    expect(second.error).toBeUndefined();
    expect(second.output.clusterId).toBe(first.output.clusterId);
    expect(second.lines[0]).toContain('is there already');
    expect(second.told).toHaveLength(1);
    expect(cloud.writes).toEqual(['POST clusters']);
  });

  it('does not take over what belongs to others', async () => {
    cloud.magnum.put({ labels: ownMarks({ owner: 'payments' }) });
    expect((await create()).error?.message).toContain(
      'it belongs to payments, not to storefront',
    );
    cloud.magnum.put({ name: 'cart', labels: {} });
    expect((await create({ name: 'cart' })).error?.message).toContain(
      'The name cart is taken in the cloud acme by a cluster that was not made here',
    );
    expect(cloud.writes).toEqual([]);
  });

  it('does not take a name of another cloud', async () => {
    cloud.magnum.put({ labels: ownMarks({ cloud: 'second' }) });
    const clouds = cloud.clouds([{}, { name: 'second' }]);
    const { error } = await create({ cloud: 'acme' }, { clouds });
    expect(error?.message).toContain(
      'The name shop-prod is taken by a cluster in the cloud second',
    );
  });

  it('waits for the end of a deletion by refusing', async () => {
    cloud.magnum.put({ status: 'DELETE_IN_PROGRESS', labels: ownMarks() });
    expect((await create()).error?.message).toContain(
      'is DELETE_IN_PROGRESS; order it again when it is gone',
    );
  });

  it('says why an earlier one failed', async () => {
    cloud.magnum.put({
      status: 'CREATE_FAILED',
      faults: { 'default-worker': 'No valid host was found.' },
      labels: ownMarks(),
    });
    expect((await create()).error?.message).toMatch(
      /CREATE_FAILED: default-worker: No valid host was found.*delete it, then order it again/,
    );
  });

  it('passes on what only Magnum knows', async () => {
    const text = 'Image plain doesn’t contain os_distro field.';
    cloud.disturb('POST clusters', { answer: refusal(400, text) });
    expect((await create()).error?.message).toContain(text);
    expect(cloud.writes).toEqual(['POST clusters']);
  });

  it('says when the cloud has no Magnum', async () => {
    cloud.say('POST /identity/v3/auth/tokens', {
      status: 201,
      body: {
        token: {
          user: { id: 'user-1', name: 'slipway' },
          project: { id: 'project-1', name: 'acme' },
          expires_at: '2999-01-01T00:00:00Z',
          catalog: [],
        },
      },
    });
    expect((await create()).error?.message).toContain('container-infra');
    expect(cloud.requests).toEqual([]);
  });

  it('says nothing secret', async () => {
    cloud.disturb('POST clusters', {
      answer: refusal(400, 'token-of-the-fake a-very-secret-password'),
    });
    const { error, lines } = await create();
    expect(`${error} ${error?.stack} ${lines}`).not.toMatch(
      /token-of-the-fake|a-very-secret-password/,
    );
  });
});

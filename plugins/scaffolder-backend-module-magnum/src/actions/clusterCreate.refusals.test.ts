import { JsonObject } from '@backstage/types';
import {
  inputOf,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from '../__testUtils__/FakeAnswer';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { testOptions } from '../__testUtils__/testOptions';
import { createClusterCreateAction } from './clusterCreate';
import { examples } from './clusterCreate.examples';

const LIMITS = 'GET /compute/v2.1/limits';

describe('magnum:cluster:create refuses', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
  });

  afterEach(() => cloud.stop());

  async function problemsOf(changes: JsonObject): Promise<string[]> {
    const action = createClusterCreateAction(
      testOptions(cloud, { configured: ['platform'] }),
    );
    const input = { ...inputOf(examples[0]), ...changes };
    const { error } = await runAction(action, input);
    expect(cloud.writes).toEqual([]);
    const [head, ...problems] = (error?.message ?? 'no error').split('\n');
    expect(head).toMatch(
      /^The cluster .* cannot be ordered; nothing was changed:$/,
    );
    return problems.map(problem => problem.replace(/^- /, ''));
  }

  it.each<[string, JsonObject, string]>([
    [
      'a name that is too long',
      { name: 'a'.repeat(300) },
      'The name has 300 characters; at most 63 are possible',
    ],
    ...[
      'Shop',
      'shop_prod',
      '1shop',
      'shop-',
      'shop.prod',
      'shop prod',
      '',
    ].map((name): [string, JsonObject, string] => [
      `the name "${name}"`,
      { name },
      `The name "${name}" has to be of lower-case letters, digits and dashes, begin with a letter and not end with a dash`,
    ]),
    [
      'the name of the cluster that Argo CD runs in',
      { name: 'in-cluster' },
      'The name in-cluster is what Argo CD calls the cluster that it runs in',
    ],
    [
      'a name that the configuration of the fleet gives',
      { name: 'platform' },
      'The name platform is that of a cluster in the configuration of the fleet; choose another one',
    ],
    ...[-1, 1.5].map((nodeCount): [string, JsonObject, string] => [
      `${nodeCount} nodes`,
      { nodeCount },
      `The number of nodes, ${nodeCount}, has to be a whole number from 0`,
    ]),
    ...[0, 2, 9, -1].map((masterCount): [string, JsonObject, string] => [
      `${masterCount} control-plane nodes`,
      { masterCount },
      `The number of control-plane nodes, ${masterCount}, has to be 1, 3, 5 or 7`,
    ]),
    [
      'a template that there is not',
      { clusterTemplate: 'k8s-v9' },
      'The cloud acme has no cluster template k8s-v9; there are: k8s-v1.35, k8s-v1.36',
    ],
    [
      'a flavor that there is not',
      { flavor: 'gpu' },
      'There is no flavor gpu for the nodes; there are: m1.tiny, m1.small, m1.medium, m1.large',
    ],
    [
      'flavors that are too small',
      { masterFlavor: 'm1.tiny' },
      'The flavor m1.tiny has 512 MB of RAM; control-plane nodes need at least 2048 MB',
    ],
    [
      'a keypair that there is not',
      { keypair: 'mine' },
      'There is no keypair mine; there are: ops',
    ],
    [
      'a network that there is not',
      { network: 'nowhere' },
      'There is no network nowhere; there are: private',
    ],
    [
      'a subnet of another network',
      { network: 'private', subnet: 'other' },
      'The network private has no subnet other',
    ],
    [
      'a subnet without its network',
      { subnet: 'subnet-1' },
      'A subnet is only possible together with its network',
    ],
    [
      'a zone that is none',
      { zone: 'Shop_Prod' },
      'The zone "Shop_Prod" is no DNS name in lower case',
    ],
    [
      'a stage that cannot be one',
      { stage: 'a b' },
      'The stage "a b" cannot be the value of a Kubernetes label',
    ],
    [
      'a component that cannot be one',
      { components: ['cert.manager'] },
      'The component "cert.manager" has to be of lower-case letters, digits and dashes',
    ],
    [
      'labels of the platform',
      { labels: { 'slipway.dev/owner': 'payments' } },
      'The label slipway.dev/owner is set by the platform itself',
    ],
    [
      'no time at all',
      { createTimeout: 0 },
      'The time for creation, 0, has to be a whole number of minutes from 1',
    ],
  ])('%s', async (_, changes, problem) => {
    expect(await problemsOf(changes)).toContainEqual(problem);
  });

  it('10,000 nodes, and says what they would need', async () => {
    expect(await problemsOf({ nodeCount: 10_000 })).toEqual([
      '10000 nodes are more than the 5000 that Kubernetes can have',
      '10003 servers are needed, 18 are left (2 of 20 are used)',
      '20006 vCPUs are needed, 36 are left (4 of 40 are used)',
      '40972288 MB of RAM are needed, 73728 are left (8192 of 81920 are used)',
    ]);
  });

  it('no nodes where Magnum is too old for that', async () => {
    cloud.say('GET /container-infra/', {
      status: 200,
      body: {
        versions: [{ id: 'v1', min_version: '1.1', max_version: '1.9' }],
      },
    });
    expect(await problemsOf({ nodeCount: 0 })).toEqual([
      'The Magnum of acme cannot do without nodes (it takes microversion 1.10); ask for at least 1',
    ]);
  });

  it('three control-plane nodes without a load balancer', async () => {
    cloud.magnum.putTemplate({ name: 'plain', master_lb_enabled: false });
    expect(await problemsOf({ clusterTemplate: 'plain' })).toEqual([
      '3 control-plane nodes need a load balancer, which the cluster template plain does not have; choose 1 or another template',
    ]);
  });

  it('templates that were withdrawn, are for something else, or several', async () => {
    cloud.magnum.putTemplate({ name: 'old', hidden: true });
    cloud.magnum.putTemplate({ name: 'swarm', coe: 'swarm' });
    cloud.magnum.putTemplate({ name: 'twin', uuid: 'a' });
    cloud.magnum.putTemplate({ name: 'twin', uuid: 'b' });
    const choose = (clusterTemplate: string) => problemsOf({ clusterTemplate });
    expect(await choose('old')).toEqual([
      'The cluster template old was withdrawn (it is hidden); choose another one',
    ]);
    expect(await choose('swarm')).toEqual([
      'The cluster template swarm is for swarm, not for Kubernetes',
    ]);
    expect(await choose('twin')).toEqual([
      'The cloud acme has 2 cluster templates twin; give the uuid, one of a, b',
    ]);
  });

  it('more clusters than the quota allows', async () => {
    const quota = 'GET /container-infra/v1/quotas/project-1/Cluster';
    cloud.say(quota, {
      status: 200,
      body: { project_id: 'project-1', resource: 'Cluster', hard_limit: 0 },
    });
    expect(await problemsOf({})).toEqual([
      'The project has 0 of the 0 clusters that its quota allows; delete one or have the quota raised',
    ]);
  });

  it('what the quotas of the cloud have no room for', async () => {
    cloud.say('GET /network/v2.0/quotas/project-1/details', {
      status: 200,
      body: { quota: { floatingip: { used: 5, reserved: 0, limit: 5 } } },
    });
    cloud.magnum.putTemplate({ name: 'big', docker_volume_size: 50 });
    expect(await problemsOf({ clusterTemplate: 'big' })).toEqual([
      '300 GB of volumes are needed, 100 are left (0 of 100 are used)',
      '1 floating IPs are needed, 0 are left (5 of 5 are used)',
    ]);
  });

  it('with everything that is wrong in one error', async () => {
    const problems = await problemsOf({
      name: 'Shop',
      nodeCount: -1,
      masterCount: 2,
      clusterTemplate: 'k8s-v9',
      keypair: 'mine',
    });
    expect(problems).toHaveLength(5);
  });

  describe('nothing for what it cannot find out', () => {
    it.each([
      [LIMITS, 'Not checked: the quota of servers'],
      ['GET /compute/v2.1/flavors/detail', 'Not checked: the flavors'],
      [
        'GET /container-infra/v1/quotas/project-1/Cluster',
        'Not checked: the quota of clusters',
      ],
    ])('as when %s is forbidden', async (request, line) => {
      cloud.say(request, refusal(403, 'Policy does not allow it'));
      const action = createClusterCreateAction(testOptions(cloud));
      const { error, lines } = await runAction(action, inputOf(examples[0]), {
        isDryRun: true,
      });
      expect(error).toBeUndefined();
      expect(lines.join('\n')).toContain(line);
    });
  });
});

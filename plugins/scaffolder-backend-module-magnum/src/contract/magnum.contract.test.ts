import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { JsonObject } from '@backstage/types';
import { Clock, systemClock } from '@slipway/backstage-plugin-fleet-node';
import {
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import {
  Cloud,
  Clouds,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { createActions } from '../actions/createActions';
import { MagnumActionOptions } from '../actions/MagnumActionOptions';
import { Turns } from '../creation';
import { ClusterWatches } from '../watch';

/** Names a file with authUrl, user, password, project and region. */
const FILE = process.env.SLIPWAY_LAB_OPENSTACK;

/** A lab builds clusters in seconds, not in minutes. */
const impatientClock: Clock = {
  now: () => systemClock.now(),
  sleep: (milliseconds, signal) =>
    systemClock.sleep(Math.min(milliseconds, 2_000), signal),
};

(FILE ? describe : describe.skip)('actions on a cloud with Magnum', () => {
  jest.setTimeout(300_000);
  const run = `actions-${randomBytes(3).toString('hex')}`;
  const TEMPLATE = `${run}-v1`;
  const NEWER = `${run}-v2`;
  let cloud: Cloud;
  let clouds: Clouds[] = [];
  let flavor: string;

  function connect(
    changes: {
      user?: string;
      password?: string;
      project?: string;
      region?: string;
    } = {},
  ) {
    const access = { ...JSON.parse(readFileSync(FILE!, 'utf8')), ...changes };
    const connected = Clouds.create([
      {
        name: 'lab',
        authUrl: access.authUrl,
        credential: {
          type: 'password',
          user: { name: access.user, domainId: 'default' },
          password: access.password,
          project: { name: access.project, domainId: 'default' },
        },
        region: access.region,
      },
    ]);
    clouds.push(connected);
    return connected;
  }

  /** As a backend of its own has them. */
  function options(connected = connect()): MagnumActionOptions {
    const clock = impatientClock;
    return {
      authorizer: mockAuthorizer({ platform: true }),
      clouds: connected,
      events: { publish: async () => {} },
      watches: ClusterWatches.create({ clock }),
      turns: Turns.create(),
      clock,
    };
  }

  async function act(
    id: string,
    input: JsonObject,
    context: Parameters<typeof runAction>[2] & {
      options?: MagnumActionOptions;
    } = {},
  ) {
    const { options: own = options(), ...rest } = context;
    const action = createActions(own).find(one => one.id === id)!;
    return runAction(action, input, rest);
  }

  async function succeed(...call: Parameters<typeof act>) {
    const result = await act(...call);
    expect(result.error).toBeUndefined();
    return result;
  }

  const order = (name: string, changes: JsonObject = {}) => ({
    name: `${run}-${name}`,
    owner: 'storefront',
    clusterTemplate: TEMPLATE,
    keypair: undefined,
    ...changes,
  });

  async function remove({ uuid, name }: Pick<MagnumCluster, 'uuid' | 'name'>) {
    await act('magnum:cluster:delete', { cluster: uuid, confirm: name });
  }

  async function known<T>(
    lookup: Promise<
      | { outcome: 'known'; value: T }
      | { outcome: 'unavailable'; reason: string }
    >,
  ): Promise<T> {
    const found = await lookup;
    if (found.outcome === 'unavailable') {
      throw new Error(found.reason);
    }
    return found.value;
  }

  beforeAll(async () => {
    cloud = connect().get();
    const [images, flavors, networks, keypairs] = await Promise.all([
      known(cloud.lookups.images()),
      known(cloud.lookups.flavors()),
      known(cloud.lookups.externalNetworks()),
      known(cloud.lookups.keypairs()),
    ]);
    const image =
      images.find(({ osDistro }) => osDistro === 'fedora-coreos') ??
      images.find(({ osDistro }) => osDistro)!;
    flavor = flavors
      .filter(({ ramMb }) => ramMb >= 2_048)
      .sort((one, other) => one.ramMb - other.ramMb)[0].name;
    for (const [name, kubeTag] of [
      [TEMPLATE, 'v1.23.3-rancher1'],
      [NEWER, 'v1.24.16-rancher1'],
    ]) {
      await succeed('magnum:cluster-template:ensure', {
        name,
        image: image.name,
        externalNetwork: networks[0].name,
        flavor,
        masterFlavor: flavor,
        ...(keypairs[0] && { keypair: keypairs[0].name }),
        networkDriver: 'calico',
        masterLoadBalancer: true,
        floatingIp: true,
        labels: { kube_tag: kubeTag },
      });
    }
  });

  afterAll(async () => {
    const left = await cloud.magnum.listClusters();
    await Promise.all(
      left.filter(({ name }) => name.startsWith(run)).map(remove),
    );
    const templates = await cloud.magnum.listClusterTemplates();
    for (const { name, uuid } of templates) {
      if (name.startsWith(run)) {
        await cloud.magnum.deleteClusterTemplate(uuid);
      }
    }
    await Promise.all(clouds.map(connected => connected.close()));
    clouds = [];
  });

  it('takes a cluster through its whole life', async () => {
    const made = await succeed('magnum:cluster:create', order('life'));
    const cluster = String(made.output.clusterId);
    const ready = await succeed('magnum:cluster:wait', { clusterId: cluster });
    expect(ready.output.status).toBe('CREATE_COMPLETE');
    expect(ready.output.apiAddress).toMatch(/^https:/);
    expect(ready.lines[0]).toContain('default-worker');

    const { labels } = await cloud.magnum.getCluster(cluster);
    expect(labels).toMatchObject({ kube_tag: 'v1.23.3-rancher1' });

    await succeed('magnum:cluster:resize', { cluster, nodeCount: 2 });
    await succeed('magnum:cluster:wait', { clusterId: cluster });
    expect((await cloud.magnum.getCluster(cluster)).node_count).toBe(2);
    const same = await succeed('magnum:cluster:resize', {
      cluster,
      nodeCount: 2,
    });
    expect(same.output.outcome).toBe('unchanged');

    await succeed('magnum:nodegroup:ensure', {
      cluster,
      name: 'more',
      flavor,
      maxNodeCount: 3,
    });
    await succeed('magnum:cluster:wait', {
      clusterId: cluster,
      nodeGroup: 'more',
    });
    const bounds = await succeed('magnum:nodegroup:ensure', {
      cluster,
      name: 'more',
      maxNodeCount: 4,
    });
    expect(bounds.output.outcome).toBe('updated');
    await succeed('magnum:cluster:wait', { clusterId: cluster });
    const gone = await succeed('magnum:nodegroup:delete', {
      cluster,
      name: 'more',
      confirm: 'more',
    });
    expect(gone.output.outcome).toBe('deleted');

    await succeed('magnum:cluster:wait', { clusterId: cluster });
    const back = await succeed('magnum:cluster:upgrade', {
      cluster,
      clusterTemplate: NEWER,
    });
    expect(back.output.outcome).toBe('upgrading');
    await succeed('magnum:cluster:wait', { clusterId: cluster });
    const used = await act('magnum:cluster-template:ensure', {
      name: NEWER,
      image: 'another',
    });
    expect(used.error?.message).toContain('give the new version a new name');

    const name = `${run}-life`;
    const wrong = await act('magnum:cluster:delete', { cluster, confirm: 'x' });
    expect(wrong.error?.message).toContain('has to be typed again');
    const deleted = await succeed('magnum:cluster:delete', {
      cluster,
      confirm: name,
    });
    expect(deleted.output.outcome).toBe('deleted');
    await expect(cloud.magnum.getCluster(cluster)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('makes one cluster of two tasks at once, and of a third', async () => {
    const runs = await Promise.all([
      succeed('magnum:cluster:create', order('twin')),
      succeed('magnum:cluster:create', order('twin')),
    ]);
    const third = await succeed('magnum:cluster:create', order('twin'));
    const uuids = [...runs, third].map(({ output }) => output.clusterId);
    expect(new Set(uuids).size).toBe(1);
    await succeed('magnum:cluster:wait', { clusterId: uuids[0]! });
    const staying = (await cloud.magnum.listClusters()).filter(
      ({ name, status }) =>
        name === `${run}-twin` && !status?.startsWith('DELETE'),
    );
    expect(staying.map(({ uuid }) => uuid)).toEqual([uuids[0]]);
  });

  it('refuses what cannot be, before anything is made', async () => {
    const { error } = await act(
      'magnum:cluster:create',
      order('no', {
        clusterTemplate: 'nowhere',
        flavor: 'nowhere',
        keypair: 'nowhere',
        masterCount: 2,
        nodeCount: 10_000,
      }),
    );
    const problems = error?.message.split('\n- ') ?? [];
    expect(problems.join('\n')).toContain('no cluster template nowhere');
    expect(problems.join('\n')).toContain('no keypair nowhere');
    expect(problems.length).toBeGreaterThan(4);
    const long = await act('magnum:cluster:create', {
      ...order('no'),
      name: 'a'.repeat(300),
    });
    expect(long.error?.message).toContain('300 characters');
    const none = await act('magnum:cluster:wait', { clusterId: 'nowhere' });
    expect(none.error?.message).toContain('has no cluster nowhere');
  });

  it('refuses what the quota does not allow, down to none at all', async () => {
    const { admin } = JSON.parse(readFileSync(FILE!, 'utf8'));
    if (!admin) {
      return;
    }
    const { id } = await cloud.project();
    const { magnum } = connect(admin).get();
    await magnum.createQuota({ project_id: id, hard_limit: 0 });
    try {
      const { error } = await act('magnum:cluster:create', order('over'));
      expect(error?.message).toContain('of the 0 clusters that its quota');
    } finally {
      await magnum.deleteQuota(id);
    }
  });

  it('keeps a template that is in use', async () => {
    const made = await succeed('magnum:cluster:create', order('user'));
    const { error } = await act('magnum:cluster-template:ensure', {
      name: TEMPLATE,
      image: 'another',
    });
    expect(error?.message).toContain('give the new version a new name');
    const dry = await act(
      'magnum:cluster:delete',
      { cluster: String(made.output.clusterId), confirm: `${run}-user` },
      { isDryRun: true },
    );
    expect(dry.output.outcome).toBe('planned');
  });

  it.each([
    ['password', { password: 'wrong' }],
    ['region', { region: 'nowhere' }],
  ])('says that the %s is wrong, and not what it is', async (what, changes) => {
    const { error } = await act('magnum:cluster:create', order('no'), {
      options: options(connect(changes)),
    });
    expect(error?.message).toMatch(new RegExp(what, 'i'));
    const access = JSON.parse(readFileSync(FILE!, 'utf8'));
    expect(`${error?.stack}`).not.toContain(access.password);
  });
});

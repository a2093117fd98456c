import { mockServices } from '@backstage/backend-test-utils';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import * as ids from '../resourceIds';
import { FakeCloud, refusal } from '../testing/FakeCloud';
import { cluster, nodeGroup, template, UUID } from '../testing/magnum';
import { RecordingSink } from '../testing/RecordingSink';
import { MagnumPoller } from './MagnumPoller';

const START = Date.parse('2026-11-22T10:00:00Z');

/** Runs a poller until all moments are over, each of which happens in a pause. */
async function poll(cloud: FakeCloud, moments: (() => void)[] = []) {
  const end = new AbortController();
  const sink = RecordingSink.create();
  const pauses: number[] = [];
  const coming = [...moments];
  let time = 0;
  const clock: Clock = {
    now: () => time,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      pauses.push(milliseconds);
      time += milliseconds;
      const moment = coming.shift();
      if (moment) {
        moment();
      } else {
        end.abort();
      }
      signal?.throwIfAborted();
    },
  };
  const poller = MagnumPoller.create({
    cloud,
    clock,
    now: () => new Date(START + time),
    random: () => 0,
    logger: mockServices.logger.mock(),
  });
  await poller.run(sink, end.signal);
  return { poller, sink, pauses };
}

function healthyCloud(): FakeCloud {
  const cloud = FakeCloud.create();
  cloud.clusters = [cluster()];
  cloud.nodeGroups = { [UUID]: [nodeGroup()] };
  cloud.templates = [template()];
  return cloud;
}

const nothing = () => {};

describe('MagnumPoller', () => {
  it('tells all that a cloud has', async () => {
    const { sink } = await poll(healthyCloud());

    expect(sink.bodies(ids.CLUSTERS)).toMatchObject([{ uuid: UUID }]);
    expect(sink.bodies(ids.NODE_GROUPS)).toMatchObject([
      { name: 'default-worker', cluster_id: UUID },
    ]);
    expect(sink.bodies(ids.CLUSTER_TEMPLATES)).toMatchObject([
      { name: 'k8s-v1.36' },
    ]);
    expect(sink.bodies(ids.QUOTAS)).toMatchObject([{ hard_limit: 20 }]);
    expect(sink.bodies(ids.STATS)).toEqual([{ clusters: 1, nodes: 4 }]);
    expect(sink.bodies(ids.APIS)).toEqual([{ watchOnly: false }]);
    expect(sink.states).toEqual([
      { state: 'live', lastContact: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it('asks for the faults of what failed, which lists lack', async () => {
    const cloud = healthyCloud();
    const faults = { 'default-worker': 'Quota exceeded for cores' };
    cloud.clusters = [cluster({ status: 'CREATE_FAILED', faults })];

    const { sink } = await poll(cloud);

    expect(sink.bodies(ids.CLUSTERS)).toMatchObject([{ faults }]);
  });

  it('looks every minute, and every ten seconds while something is under way', async () => {
    const cloud = healthyCloud();
    const { pauses } = await poll(cloud, [
      () => {
        cloud.clusters = [cluster({ status: 'UPDATE_IN_PROGRESS' })];
      },
      () => {
        cloud.clusters = [cluster({ status: 'UPDATE_COMPLETE' })];
      },
    ]);

    expect(pauses).toEqual([60_000, 10_000, 60_000]);
  });

  it('reads node groups again when their cluster changed, or is busy', async () => {
    const cloud = healthyCloud();
    cloud.clusters.push(
      cluster({ uuid: 'busy', status: 'UPDATE_IN_PROGRESS' }),
    );

    await poll(cloud, [nothing, nothing]);

    const about = (id: string) =>
      cloud.calls.filter(call => call === `listNodeGroups ${id}`).length;
    expect(about('busy')).toBe(3);
    expect(about(UUID)).toBe(1);
    expect(cloud.count('listClusterTemplates')).toBe(1);
  });

  it('reads templates again when a cluster has another one', async () => {
    const cloud = healthyCloud();
    cloud.clusters.push(
      cluster({ uuid: 'busy', status: 'CREATE_IN_PROGRESS' }),
    );
    await poll(cloud, [
      () => {
        cloud.clusters[1].cluster_template_id = 'a-new-one';
      },
    ]);

    expect(cloud.count('listClusterTemplates')).toBe(2);
  });

  it('says why a cloud does not answer, since when, and how old the rest is', async () => {
    const cloud = healthyCloud();
    const { sink, pauses } = await poll(cloud, [
      () => {
        cloud.failing.listClusters = refusal(
          'GET /v1/clusters/detail',
          503,
          'No server is available',
        );
      },
      nothing,
    ]);

    expect(sink.bodies(ids.APIS)).toEqual([
      {
        watchOnly: false,
        observedAt: '2026-11-22T10:00:00.000Z',
        error: {
          request: 'GET /v1/clusters/detail',
          status: 503,
          message: 'No server is available',
          since: '2026-11-22T10:01:00.000Z',
          attempts: 2,
        },
      },
    ]);
    expect(sink.bodies(ids.CLUSTERS)).toHaveLength(1);
    expect(sink.states.map(({ state }) => state)).toEqual([
      'live',
      'stale',
      'stale',
    ]);
    expect(pauses).toEqual([60_000, 5_000, 10_000]);
  });

  it('backs off up to two minutes', async () => {
    const cloud = healthyCloud();
    cloud.failing.listClusters = refusal(
      'GET /v1/clusters/detail',
      undefined,
      'no answer',
    );
    const { pauses, sink } = await poll(cloud, Array(6).fill(nothing));

    expect(pauses.map(pause => pause / 1000)).toEqual([
      5, 10, 20, 40, 80, 120, 120,
    ]);
    expect(sink.states[0].state).toBe('failed');
    expect(sink.bodies(ids.APIS)).toMatchObject([{ error: { status: null } }]);
  });

  it('has nothing to complain of once the cloud answers again', async () => {
    const cloud = healthyCloud();
    cloud.failing.listClusters = refusal('POST /v3/auth/tokens', 401, 'no');
    const { sink } = await poll(cloud, [
      () => {
        cloud.failing = {};
      },
    ]);

    expect(sink.bodies(ids.APIS)).toEqual([{ watchOnly: false }]);
    expect(sink.states.map(({ state }) => state)).toEqual(['failed', 'live']);
  });

  it('keeps the last good answer of what is not answered now', async () => {
    const cloud = healthyCloud();
    const { sink } = await poll(cloud, [
      () => {
        cloud.failing.listNodeGroups = refusal('GET /v1/x', 500, 'Oops');
        cloud.failing.listClusterTemplates = refusal('GET /v1/y', 500, 'Oops');
      },
    ]);

    expect(sink.bodies(ids.NODE_GROUPS)).toHaveLength(1);
    expect(sink.bodies(ids.CLUSTER_TEMPLATES)).toHaveLength(1);
    expect(sink.covered[ids.NODE_GROUPS].state).toBe('stale');
    expect(sink.states.at(-1)?.state).toBe('live');
  });

  it('has nothing to complain of when a cluster goes in the middle of a round', async () => {
    const cloud = healthyCloud();
    cloud.clusters = [cluster({ status: 'DELETE_FAILED' })];
    const gone = refusal(`GET /v1/clusters/${UUID}`, 404, 'could not be found');
    cloud.failing = { getCluster: gone, listNodeGroups: gone };
    const { sink } = await poll(cloud);

    expect(sink.bodies(ids.NODE_GROUPS)).toEqual([]);
    expect(sink.covered[ids.CLUSTERS].state).toBe('live');
    expect(sink.covered[ids.NODE_GROUPS].state).toBe('live');
  });

  it('says what may not be read, and what the cloud does not have', async () => {
    const cloud = healthyCloud();
    cloud.failing.getQuota = refusal('GET /v1/quotas', 403, 'Policy');
    cloud.failing.listNodeGroups = refusal(
      'GET /v1/clusters/x/nodegroups',
      406,
      'needs microversion 1.9, the cloud has 1.6',
    );
    const { sink } = await poll(cloud);

    expect(sink.covered[ids.QUOTAS].state).toBe('forbidden');
    expect(sink.covered[ids.NODE_GROUPS].state).toBe('absent');
    expect(sink.covered[ids.CLUSTERS].state).toBe('live');
  });

  it('says nothing about kinds that were never answered', async () => {
    const cloud = healthyCloud();
    cloud.failing.listClusterTemplates = refusal('GET /v1/y', 500, 'Oops');
    const { sink } = await poll(cloud);

    expect(sink.records[ids.CLUSTER_TEMPLATES]).toBeUndefined();
    expect(sink.covered[ids.CLUSTER_TEMPLATES].state).toBe('syncing');
  });

  it('looks at once, and then often, when something was asked of the cloud', async () => {
    const cloud = healthyCloud();
    const end = new AbortController();
    const sink = RecordingSink.create();
    const pauses: number[] = [];
    let asleep = nothing;
    const falls = () =>
      new Promise<void>(resolve => {
        asleep = resolve;
      });
    const poller = MagnumPoller.create({
      cloud,
      clock: {
        now: () => 0,
        sleep: (milliseconds, signal) =>
          new Promise((_, reject) => {
            pauses.push(milliseconds);
            signal?.addEventListener('abort', () => reject(signal.reason));
            asleep();
          }),
      },
      now: () => new Date(START),
      random: () => 0,
      logger: mockServices.logger.mock(),
    });
    let sleeps = falls();
    const running = poller.run(sink, end.signal);
    await sleeps;

    sleeps = falls();
    poller.pollNow();
    await sleeps;

    expect(pauses).toEqual([60_000, 2_000]);
    end.abort();
    await running;
  });

  it('ends in the middle of a question', async () => {
    const cloud = healthyCloud();
    const end = new AbortController();
    const sink = RecordingSink.create();
    cloud.magnum.listClusters = async () => {
      end.abort();
      throw refusal('GET /v1/clusters/detail', undefined, 'aborted');
    };
    const poller = MagnumPoller.create({
      cloud,
      clock: {
        now: () => 0,
        sleep: async (_, signal) => signal?.throwIfAborted(),
      },
      now: () => new Date(START),
      random: () => 0,
      logger: mockServices.logger.mock(),
    });

    await poller.run(sink, end.signal);

    expect(sink.states).toEqual([]);
  });
});

import { JsonObject } from '@backstage/types';
import {
  inputOf,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { refusal } from '../__testUtils__/FakeAnswer';
import { Disturbance, FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ownMarks } from '../__testUtils__/ownMarks';
import { rememberCheckpoints } from '../__testUtils__/rememberCheckpoints';
import { testOptions } from '../__testUtils__/testOptions';
import { createClusterCreateAction } from './clusterCreate';
import { examples } from './clusterCreate.examples';

describe('magnum:cluster:create makes exactly one cluster', () => {
  let cloud: FakeOpenStack;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
  });

  afterEach(() => cloud.stop());

  /** Each has options of its own, as backends on different machines have. */
  function create(
    context: Parameters<typeof runAction>[2] = {},
    changes: JsonObject = {},
    options = testOptions(cloud),
  ) {
    const action = createClusterCreateAction(options);
    return runAction(action, { ...inputOf(examples[0]), ...changes }, context);
  }

  function staying() {
    return cloud.magnum.clusters.filter(
      ({ status }) => status === 'CREATE_IN_PROGRESS',
    );
  }

  it('when the form is submitted twice to one backend', async () => {
    const options = testOptions(cloud);
    const runs = await Promise.all([
      create({}, {}, options),
      create({}, {}, options),
    ]);
    expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(cloud.writes).toEqual(['POST clusters']);
    expect(runs[0].output.clusterId).toBe(runs[1].output.clusterId);
  });

  it.each([0, 1, 5])(
    'when two backends run it at once and Magnum shows it after %i looks',
    async hiddenFor => {
      cloud.magnum.hiddenFor = hiddenFor;
      const runs = await Promise.all([create(), create(), create()]);
      expect(runs.map(({ error }) => error)).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      const [oldest] = cloud.magnum.clusters;
      expect(staying()).toEqual([oldest]);
      expect(runs.map(({ output }) => output.clusterId)).toEqual([
        oldest.uuid,
        oldest.uuid,
        oldest.uuid,
      ]);
    },
  );

  it('when earlier runs left several', async () => {
    const labels = ownMarks();
    const [second, first, third] = [2, 1, 2].map(at =>
      cloud.magnum.put({
        status: 'CREATE_IN_PROGRESS',
        created_at: `2026-11-22T10:00:0${at}+00:00`,
        labels,
      }),
    );
    const { output, lines } = await create();
    expect(output.clusterId).toBe(first.uuid);
    expect(staying()).toEqual([first]);
    expect(lines.slice(0, 2)).toEqual([
      `The cluster shop-prod was ordered twice: ${first.uuid} (${first.created_at}) stays, the younger ${second.uuid} (${second.created_at}) is deleted`,
      expect.stringContaining(`the younger ${third.uuid}`),
    ]);
  });

  it('when it is killed right after Magnum was asked', async () => {
    const killed = await create({
      async checkpoint({ key, fn }) {
        const value = await fn();
        if (key.startsWith('magnum.create')) {
          throw new Error('killed');
        }
        return value;
      },
    });
    expect(killed.error?.message).toBe('killed');
    const { error, output } = await create();
    expect(error).toBeUndefined();
    expect(output.clusterId).toBe(cloud.magnum.clusters[0].uuid);
    expect(cloud.writes).toEqual(['POST clusters']);
  });

  it('when it is killed before Magnum shows what it made', async () => {
    const checkpoint = rememberCheckpoints();
    cloud.magnum.hiddenFor = 2;
    const controller = new AbortController();
    const killed = await create(
      { checkpoint, signal: controller.signal },
      {},
      testOptions(cloud, { moments: [() => controller.abort()] }),
    );
    expect(killed.error).toBeDefined();
    const { error, output } = await create({ checkpoint });
    expect(error).toBeUndefined();
    expect(output.clusterId).toBe(cloud.magnum.clusters[0].uuid);
    expect(cloud.writes).toEqual(['POST clusters']);
  });

  it('but another one when the first was deleted meanwhile', async () => {
    const checkpoint = rememberCheckpoints();
    const first = await create({ checkpoint });
    cloud.magnum.remove(cloud.magnum.clusters[0]);
    const second = await create({ checkpoint });
    expect(second.error).toBeUndefined();
    expect(second.lines).toContain(
      `The cluster ${first.output.clusterId} of an earlier run is gone`,
    );
    expect(cloud.magnum.clusters.map(({ uuid }) => uuid)).toEqual([
      second.output.clusterId,
    ]);
  });

  const proxy = { status: 502, body: '<html><h1>Bad Gateway</h1></html>' };

  it.each<[string, Disturbance]>([
    ['the connection breaks', { done: true }],
    ['a proxy answers instead', { done: true, answer: proxy }],
    ['Magnum fails after doing it', { done: true, answer: refusal(500, 'No') }],
    [
      'half an answer comes',
      { done: true, answer: { status: 202, body: '{' } },
    ],
    ['no uuid comes', { done: true, answer: { status: 202, body: {} } }],
  ])('when it was made but %s', async (_, disturbance) => {
    cloud.disturb('POST clusters', disturbance);
    cloud.magnum.hiddenFor = 2;
    const { error, output, lines } = await create();
    expect(error).toBeUndefined();
    const [cluster] = cloud.magnum.clusters;
    expect(output.clusterId).toBe(cluster.uuid);
    expect(lines.join('\n')).toContain(`Magnum has made it: ${cluster.uuid}`);
    expect(cloud.writes).toEqual(['POST clusters']);
  });

  it.each<[string, Disturbance]>([
    ['the connection breaks', {}],
    ['a proxy answers instead', { answer: proxy }],
    ['Magnum is overloaded', { answer: refusal(503, 'Busy') }],
  ])('when nothing was made and %s', async (_, disturbance) => {
    cloud.disturb('POST clusters', disturbance);
    const { error, lines } = await create();
    expect(error).toBeUndefined();
    expect(lines).toContain('Nothing was made; asking again');
    expect(cloud.writes).toEqual(['POST clusters', 'POST clusters']);
    expect(staying()).toHaveLength(1);
  });

  it('gives up while Magnum only fails', async () => {
    cloud.disturb('POST clusters', { answer: refusal(500, 'No'), times: 99 });
    const { error } = await create();
    expect(error?.message).toContain('nothing was made. Retry');
    expect(cloud.magnum.clusters).toEqual([]);
  });

  it.each(['GET clusters/detail', 'GET clustertemplates/detail'])(
    'when %s fails for a while',
    async request => {
      cloud.disturb(request, { answer: proxy, times: 7 });
      const { error, lines } = await create();
      expect(error).toBeUndefined();
      expect(lines[0]).toContain('Cannot ask the cloud acme');
      expect(cloud.writes).toEqual(['POST clusters']);
    },
  );

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const end = () => controller.abort(new Error('cancelled'));
    cloud.disturb('GET clusters/detail', { answer: proxy, times: 99 });
    const options = testOptions(cloud, { moments: [end] });
    const { error } = await create({ signal: controller.signal }, {}, options);
    expect(error?.message).toBe('cancelled');
    expect(cloud.writes).toEqual([]);
  });
});

import { Clock, systemClock } from '@slipway/backstage-plugin-fleet-node';
import { steppingClock } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { FakeOpenStack } from '../__testUtils__/FakeOpenStack';
import { ClusterWatch } from './ClusterWatch';

const LIST = 'GET clusters/detail';

/** Sleeps only end with their signal. */
const stoppedClock: Clock = {
  now: () => 0,
  sleep: (milliseconds, signal) =>
    milliseconds > 0 ? systemClock.sleep(2 ** 30, signal) : Promise.resolve(),
};

describe('ClusterWatch', () => {
  let cloud: FakeOpenStack;
  let acme: Cloud;

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    acme = cloud.clouds().get();
  });

  afterEach(() => cloud.stop());

  function watch(clock: Clock, random = () => 0.5) {
    return ClusterWatch.create({ cloud: acme, clock, random });
  }

  it('asks once for all who wait, and never without one', async () => {
    const clusters = watch(steppingClock());
    const polls = await Promise.all([clusters.next(), clusters.next()]);
    expect(polls[0]).toBe(polls[1]);
    expect(cloud.count(LIST)).toBe(1);
    await clusters.next();
    expect(cloud.count(LIST)).toBe(2);
  });

  it.each([
    [0, 9_000],
    [1, 11_000],
  ])('keeps its pauses with random %d', async (random, pause) => {
    const clock = steppingClock();
    const clusters = watch(clock, () => random);
    await clusters.next();
    const before = clock.now();
    await clusters.next();
    expect(clock.now() - before).toBe(pause);
  });

  it('lets go of those who stop waiting, and asks no more when all have', async () => {
    const clusters = watch(stoppedClock);
    await clusters.next();
    const [first, second] = [new AbortController(), new AbortController()];
    const waits = [first, second].map(({ signal }) => clusters.next(signal));
    first.abort(new Error('first'));
    await expect(waits[0]).rejects.toThrow('first');
    second.abort(new Error('second'));
    await expect(waits[1]).rejects.toThrow('second');
    expect(cloud.count(LIST)).toBe(1);
    const third = new AbortController();
    const again = clusters.next(third.signal);
    third.abort(new Error('third'));
    await expect(again).rejects.toThrow('third');
    await expect(clusters.next(third.signal)).rejects.toThrow('third');
  });
});

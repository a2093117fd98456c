import { FaultyCluster } from '../../__testUtils__/FaultyCluster';
import { startTestWatcher } from '../../__testUtils__/startTestWatcher';

/** The same numbers for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

describe('whatever goes wrong', () => {
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

  it.each(seeds)('nothing is lost or told twice (%d)', async seed => {
    const random = createRandom(seed);
    const cluster = await FaultyCluster.start(random);
    const { server, things } = cluster;
    const watcher = startTestWatcher({ server });
    for (let step = 0; step < 150; step++) {
      cluster.change();
      await turn();
      if (random() < 0.3) {
        watcher.clock.advance(random() * 3_000);
      }
    }
    cluster.faulty = false;

    const expected = [...things].map(
      ([name, version]) => `shop/${name} uid-${name} ${version}`,
    );
    const present = () =>
      [...watcher.sink.present].map(entry => entry.join(' ')).sort();
    const isCaughtUp = () => present().join() === expected.sort().join();
    while (!isCaughtUp()) {
      await turn();
      watcher.clock.advance(50);
    }

    const last = new Map<string, string>();
    const twice = watcher.sink.happened.filter(line => {
      const [, name] = line.split(' ');
      const isSame = last.get(name) === line;
      last.set(name, line);
      return isSame;
    });
    expect(twice).toEqual([]);
    await watcher.stop();
    await cluster.close();
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { testRow } from '../__testUtils__/testRow';
import { FleetStore, StoreBatch } from './FleetStore';
import { StoreQueue } from './StoreQueue';
import { StoreWriter } from './StoreWriter';

/** Sleeps end at once, and are counted. */
function countingClock() {
  const pauses: number[] = [];
  const clock: Clock = {
    now: () => 0,
    async sleep(milliseconds) {
      pauses.push(milliseconds);
    },
  };
  return { clock, pauses };
}

function storeThat(write: (batch: StoreBatch) => Promise<void>): FleetStore {
  return {
    load: async () => ({
      resources: [],
      sources: [],
      items: [],
      incidents: [],
    }),
    async *loadRows() {
      yield [];
    },
    timeline: async () => [],
    write,
  };
}

describe('StoreWriter', () => {
  it('tries again while the database is away, and says so once', async () => {
    const queue = StoreQueue.create();
    const logger = mockServices.logger.mock();
    const { clock, pauses } = countingClock();
    const controller = new AbortController();
    const written: string[] = [];
    let attempts = 0;
    const store = storeThat(async ({ rows }) => {
      attempts += 1;
      if (attempts < 4) {
        throw new Error('database or disk is full');
      }
      written.push(...rows.map(({ name }) => name));
      controller.abort();
    });
    const writer = StoreWriter.create({ queue, store, logger, clock });
    queue.addRow(testRow({ name: 'a' }));

    await writer.run(controller.signal);

    expect(written).toEqual(['a']);
    expect(pauses).toEqual([250, 1000, 2000, 4000]);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('database or disk is full'),
    );
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(writer.error).toBeUndefined();
  });

  it('writes what is left when it ends', async () => {
    const queue = StoreQueue.create();
    const written: string[] = [];
    const store = storeThat(async ({ rows }) => {
      written.push(...rows.map(({ name }) => name));
    });
    for (let n = 0; n < 1_001; n++) {
      queue.addRow(testRow({ name: `row-${n}` }));
    }
    const writer = StoreWriter.create({
      queue,
      store,
      logger: mockServices.logger.mock(),
      clock: countingClock().clock,
    });
    await writer.run(AbortSignal.abort());
    expect(written).toHaveLength(1_001);
  });
});

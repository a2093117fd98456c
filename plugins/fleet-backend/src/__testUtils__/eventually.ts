import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_MS = 20_000;

/** Asks again until the expectation holds; otherwise it fails with the last reason. */
export async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + LONGEST_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
      await delay(20);
    }
  }
}

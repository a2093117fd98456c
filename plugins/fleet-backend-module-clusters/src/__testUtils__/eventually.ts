import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_MS = 20_000;

/** Asks again until the expectation holds; otherwise it fails with the last reason. */
export async function eventually(ask: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
      await delay(20);
    }
  }
}

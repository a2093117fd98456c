import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again until the answer is good. The last error says what was wrong when
 * the time is over.
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await delay(100);
    }
  }
}

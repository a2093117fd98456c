import { Informer, KubernetesObject } from '../client';

const LIMIT_MS = 5_000;

/**
 * Waits for the cache to show what was written. A cache that lags makes a
 * controller do things twice; one that is stuck (the server is away) only holds
 * it up for a while.
 */
export function seenInCache<T extends KubernetesObject>(
  informer: Informer<T>,
  signal: AbortSignal,
): (isSeen: () => boolean) => Promise<void> {
  const waiting = new Set<() => boolean>();
  informer.onChange(() =>
    waiting.forEach(check => {
      if (check()) {
        waiting.delete(check);
      }
    }),
  );

  return async isSeen => {
    if (isSeen()) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        const seen = isSeen();
        if (seen) {
          resolve();
        }
        return seen;
      };
      const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
      limit.addEventListener('abort', () => {
        waiting.delete(check);
        reject(new Error('the cache is behind'));
      });
      waiting.add(check);
    });
  };
}

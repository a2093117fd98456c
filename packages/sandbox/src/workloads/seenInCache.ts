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
  const waiting = new Set<() => void>();
  informer.onChange(() => waiting.forEach(check => check()));

  return isSeen =>
    new Promise((resolve, reject) => {
      if (isSeen()) {
        resolve();
        return;
      }
      const end = (finish: () => void) => {
        clearTimeout(timer);
        waiting.delete(check);
        signal.removeEventListener('abort', stop);
        finish();
      };
      const check = () => isSeen() && end(resolve);
      const stop = () => end(() => reject(new Error('stopped')));
      const timer = setTimeout(
        () => end(() => reject(new Error('the cache is behind'))),
        LIMIT_MS,
      );
      waiting.add(check);
      signal.addEventListener('abort', stop);
    });
}

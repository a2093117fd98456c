import { useCallback, useSyncExternalStore } from 'react';

/**
 * The time in milliseconds, renewed every `everyMs` while it is shown.
 *
 * @public
 */
export function useNow(everyMs: number): number {
  useSyncExternalStore(
    useCallback(
      listener => {
        const timer = setInterval(listener, everyMs);
        return () => clearInterval(timer);
      },
      [everyMs],
    ),
    () => Math.floor(Date.now() / everyMs),
  );
  // Not the time of the last tick: what has just come must not lie ahead of it.
  return Date.now();
}

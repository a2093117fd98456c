import { useCallback, useRef, useSyncExternalStore } from 'react';

/**
 * The time in milliseconds, renewed every `everyMs` while it is shown.
 *
 * @public
 */
export function useNow(everyMs: number): number {
  const now = useRef(Date.now());

  return useSyncExternalStore(
    useCallback(
      listener => {
        const timer = setInterval(() => {
          now.current = Date.now();
          listener();
        }, everyMs);
        return () => clearInterval(timer);
      },
      [everyMs],
    ),
    () => now.current,
  );
}

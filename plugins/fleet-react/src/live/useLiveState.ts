import { useCallback, useSyncExternalStore } from 'react';
import { LiveState } from './LiveState';
import { useLiveConnection } from './useLiveConnection';

/**
 * How news reach this tab, and when the fleet was last heard of.
 *
 * @public
 */
export function useLiveState(): {
  state: LiveState;
  lastContact: () => number | undefined;
} {
  const connection = useLiveConnection();
  const state = useSyncExternalStore(
    useCallback(listener => connection.onState(listener), [connection]),
    () => connection.state,
  );
  return { state, lastContact: () => connection.lastContact };
}

import { Clock, waitUntil } from '@slipway/backstage-plugin-fleet-node';
import { ClusterApi, isClusterApiError } from './access';

const PATIENCE_MS = 60_000;

/**
 * Asks a cluster for its version, for a while: a new one may need a moment.
 *
 * @returns why it cannot be reached, `undefined` when it answers
 * @throws ClusterApiError when it answers, but not to us
 */
export async function reachCluster(options: {
  api: ClusterApi;
  log(line: string): void;
  signal: AbortSignal | undefined;
  clock: Clock | undefined;
}): Promise<string | undefined> {
  const { api } = options;
  let last: unknown;
  const reached = await waitUntil({
    ...options,
    timeoutMs: PATIENCE_MS,
    async look() {
      try {
        await api.get('/version');
        return { result: undefined };
      } catch (error) {
        last = error;
        if (
          isClusterApiError(error) &&
          (error.kind === 'unreachable' || (error.status ?? 0) >= 500)
        ) {
          return { progress: `Waiting for the API: ${error.reason}` };
        }
        throw error;
      }
    },
  });
  if (reached.outcome === 'done') {
    return undefined;
  }
  if (isClusterApiError(last) && last.kind === 'unreachable') {
    return last.reason;
  }
  throw last;
}

import { OperationPhase } from '../types';
import type { RunSyncOptions, SyncProgress } from './runSync';

/** Ends a sync that is told to: its running hooks are deleted, nothing else. */
export async function terminateSync(
  options: RunSyncOptions,
): Promise<SyncProgress> {
  const { cluster, results } = options;
  const ended = await Promise.all(
    results.map(async result => {
      if (!result.hookType || result.hookPhase !== 'Running') {
        return result;
      }
      const { group, version, kind, name, namespace } = result;
      const apiVersion = group ? `${group}/${version}` : version;
      const resource = await cluster.find(apiVersion, kind);
      if (resource) {
        await cluster.client.delete(resource, name, {
          namespace,
          propagationPolicy: 'Background',
        });
      }
      const hookPhase: OperationPhase = 'Failed';
      return { ...result, hookPhase, message: 'Terminated' };
    }),
  );
  return { phase: 'Failed', message: 'Operation terminated', results: ended };
}

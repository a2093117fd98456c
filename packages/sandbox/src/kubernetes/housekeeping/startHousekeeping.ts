import { ServiceAccountTokens } from '../auth/ServiceAccountTokens';
import { ClusterCore } from '../ClusterCore';
import { startDefinitionCleaner } from './startDefinitionCleaner';
import { startEventExpiry } from './startEventExpiry';
import { startGarbageCollector } from './startGarbageCollector';
import { startNamespaceController } from './startNamespaceController';
import { startNamespaceFurnisher } from './startNamespaceFurnisher';
import { startQuotaController } from './startQuotaController';
import { startRoleAggregator } from './startRoleAggregator';
import { startTokenController } from './startTokenController';
import { TaskQueue } from './TaskQueue';

export interface HousekeepingOptions {
  tokens: ServiceAccountTokens;
  caPem: string;
  log: (line: string) => void;
}

/** Starts what no cluster is without, and returns the stop. It acts before the answer to a write is read. */
export function startHousekeeping(
  core: ClusterCore,
  { tokens, caPem, log }: HousekeepingOptions,
): () => void {
  const queue = new TaskQueue(line => log(`${core.name}: ${line}`));
  startRoleAggregator(core, queue);
  startNamespaceFurnisher(core, queue, caPem);
  startNamespaceController(core, queue);
  startTokenController(core, { queue, tokens, caPem });
  startDefinitionCleaner(core, queue);
  startQuotaController(core, queue);
  startGarbageCollector(core, queue);
  const stopExpiry = startEventExpiry(core);
  return () => {
    stopExpiry();
    queue.stop();
  };
}

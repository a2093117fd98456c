import { ClusterCore } from '../ClusterCore';

const LIFETIME_MS = 3600_000;
const EVERY_MS = 60_000;

/** Forgets Events after an hour, as the API server does; returns the stop. */
export function startEventExpiry({ store, now }: ClusterCore): () => void {
  function expire() {
    const oldest = now().getTime() - LIFETIME_MS;
    for (const { metadata, lastTimestamp } of store.list('events')) {
      const told = String(lastTimestamp ?? metadata.creationTimestamp);
      if (Date.parse(told) < oldest) {
        store.remove('events', `${metadata.namespace}/${metadata.name}`);
      }
    }
  }
  const timer = setInterval(expire, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

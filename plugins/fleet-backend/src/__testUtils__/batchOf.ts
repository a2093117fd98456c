import { StoreBatch } from '../store';

/** A batch with nothing but what is given. */
export function batchOf(parts: Partial<StoreBatch> = {}): StoreBatch {
  return {
    removedSources: [],
    rows: [],
    resources: [],
    sources: [],
    items: [],
    removedItems: [],
    timeline: [],
    incidents: [],
    ...parts,
  };
}

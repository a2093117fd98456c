import {
  Coverage,
  Incident,
  SourceInfo,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node';

/** How far one resource of a source is known. */
export interface StoredResource {
  source: string;
  resource: string;
  /** Absent until all of it is stored. */
  resourceVersion?: string;
  coverage?: Coverage;
  /** Of namespaces that are known for themselves. */
  namespaces?: Record<string, Coverage>;
}

/** What must be remembered of an item; the rest is derived again. */
export interface StoredItem {
  id: string;
  status: Status;
  cause?: string;
  /** ISO time since when it has this status and cause. */
  since: string;
  memory?: Record<string, unknown>;
}

/** Which status an item had since when. */
export interface TimelineEntry {
  item: string;
  at: string;
  status: Status;
  cause?: string;
  says?: string;
}

/** Everything but the rows that the last run left. */
export interface Remembered {
  resources: StoredResource[];
  sources: SourceInfo[];
  items: StoredItem[];
  incidents: Incident[];
}

/** What is written together, or not at all. */
export interface StoreBatch {
  /** Sources of which nothing is kept; applied first. */
  removedSources: string[];
  /** Rows with `goneAt` are deleted. */
  rows: Row[];
  resources: StoredResource[];
  sources: SourceInfo[];
  items: StoredItem[];
  removedItems: string[];
  timeline: TimelineEntry[];
  incidents: Incident[];
}

/** What survives a restart. */
export interface FleetStore {
  /**
   * What the last run left. Rows of another projection, and what is known of
   * the resources they belong to, are thrown away before.
   */
  load(projection: string): Promise<Remembered>;
  /** All rows, in pages. */
  loadRows(): AsyncIterable<Row[]>;
  write(batch: StoreBatch): Promise<void>;
  /** The newest entries of an item, newest first. */
  timeline(item: string): Promise<TimelineEntry[]>;
}

import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node';

/** What is known of one resource of a source. */
export interface CoverageEntry {
  source: string;
  resource: string;
  /** Absent: in all namespaces that have no entry of their own. */
  namespace?: string;
  coverage: Coverage;
}

/** From where a watch goes on after a restart. */
export interface ResumePoint {
  source: string;
  resource: string;
  resourceVersion: string;
}

/**
 * Takes what the watches bring, in the order in which it must be applied.
 * Nothing here may throw or wait.
 */
export interface WatchSink {
  /**
   * New and changed rows, and with `goneAt` those of objects that went. When it
   * was only noticed that an object is no longer there, the row has its
   * identity and empty labels, owners and slices.
   */
  rows(rows: Row[]): void;
  coverage(entry: CoverageEntry): void;
  source(info: SourceInfo): void;
  /** Told after the rows that it covers. */
  resumePoint(point: ResumePoint): void;
  /** It is no longer watched: its rows, coverage and resume points go. */
  sourceGone(source: string): void;
}

import {
  CauseEntry,
  Change,
  EvidenceStep,
  FleetItem,
  ItemRef,
  Remedy,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { SourceDump } from '../dumps/SourceDump';
import { ResourceSpec, Row } from '../rows';
import { Reader } from './Reader';

/**
 * One thing people ask about, as pure functions: no I/O, no clock.
 *
 * @public
 */
export interface FleetDomain<I extends FleetItem = FleetItem> {
  /** For example `certificates`. */
  id: string;
  /** Other domains whose items it may read; no cycles. */
  dependsOn?: string[];
  /** What it reads, and what it keeps of it. */
  resources: ResourceSpec[];
  /** The domain's catalogue: every code that a finding may have. */
  causes: CauseEntry[];
  /** Which items a change concerns. Gone rows have `goneAt`. */
  affected(change: Row | FleetItem, read: Reader): ItemRef[];
  /**
   * Which items a source concerns that became known, answers again or no longer,
   * for domains that have items without rows.
   */
  affectedBySource?(source: SourceInfo, read: Reader): ItemRef[];
  /**
   * The item as it is at `now`, `undefined` when there is none. `previous` is
   * what this function returned last, over restarts too as far as `memory` goes.
   */
  derive(ref: ItemRef, read: Reader, now: Date, previous?: I): I | undefined;
  /** From the item to its cause, step by step. */
  chain?(item: I, read: Reader, now: Date): EvidenceStep[];
  /** What was changed before, newest first. */
  changes?(item: I, read: Reader): Change[];
  /**
   * What a scenario says of sources that are no Kubernetes clusters. `scenario`
   * is the whole document as it was read; nothing about it is believed.
   */
  readRecords?(scenario: unknown): SourceDump[];
  /** What can be done from here. */
  remedies?(item: I, read: Reader, now: Date): Remedy[];
}

import { Change, EvidenceStep, FleetEvent, Remedy } from '../items';
import { SourceInfo } from '../sources';
import { ServedIncident } from './ServedIncident';
import { ServedItem } from './ServedItem';
import { TimelineEntry } from './TimelineEntry';

/**
 * All that is known of one item.
 *
 * @public
 */
export interface ItemDetail<Details = unknown> {
  /** With its finding. */
  item: ServedItem<Details>;
  /** From the item to its cause. */
  chain: EvidenceStep[];
  /** About the objects of the chain, newest first. */
  events: FleetEvent[];
  /** Newest first. */
  changes: Change[];
  /** Newest first. */
  timeline: TimelineEntry[];
  /** What can be done from here. */
  remedies: Remedy[];
  /** The open one that it is a member of. */
  incident?: ServedIncident;
  /** Its cluster, with its age. */
  source: SourceInfo;
  /** A stream goes on from there. */
  revision: string;
}

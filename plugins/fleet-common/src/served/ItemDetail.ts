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
  item: ServedItem<Details>;
  chain: EvidenceStep[];
  events: FleetEvent[];
  /** Newest first. */
  changes: Change[];
  /** Newest first. */
  timeline: TimelineEntry[];
  remedies: Remedy[];
  incident?: ServedIncident;
  source: SourceInfo;
  revision: string;
}

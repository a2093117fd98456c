import {
  Change,
  EvidenceStep,
  FleetEvent,
  FleetItem,
  Remedy,
} from '@slipway/backstage-plugin-fleet-common';

/** All that is known about one item. @public */
export interface ItemDetail {
  /** As it is now. */
  item: FleetItem;
  /** From the item to its cause. */
  chain: EvidenceStep[];
  /** Newest first. */
  events: FleetEvent[];
  /** Newest first. */
  changes: Change[];
  /** What can be done from here. */
  remedies: Remedy[];
}

import {
  Change,
  EvidenceStep,
  FleetEvent,
  FleetItem,
  Remedy,
} from '@slipway/backstage-plugin-fleet-common';

/** All that is known about one item. @public */
export interface ItemDetail {
  item: FleetItem;
  chain: EvidenceStep[];
  /** Newest first. */
  events: FleetEvent[];
  /** Newest first. */
  changes: Change[];
  remedies: Remedy[];
}

import {
  Change,
  EvidenceStep,
  FleetEvent,
  FleetItem,
  Incident,
  ItemRef,
  Remedy,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node';

/** The part of the engine that is read. */
export interface FleetReadModel {
  readonly reader: Reader;
  item(id: string): FleetItem | undefined;
  items(): Iterable<FleetItem>;
  incidents(): Iterable<Incident>;
  /** What is worked out only when somebody looks. */
  detail(id: string):
    | {
        item: FleetItem;
        chain: EvidenceStep[];
        events: FleetEvent[];
        changes: Change[];
        remedies: Remedy[];
      }
    | undefined;
}

/** What the engine says has changed. */
export interface FleetChanges {
  items: FleetItem[];
  removed: ItemRef[];
  incidents: Incident[];
}

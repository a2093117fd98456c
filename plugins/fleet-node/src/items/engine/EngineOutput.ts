import {
  FleetItem,
  Incident,
  ItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '../../rows';

/** What an input changed. @public */
export interface EngineOutput {
  /** New ones and those that differ from before, also in `memory` only. */
  items: FleetItem[];
  /** Items that are no more. */
  removed: ItemRef[];
  /** Opened, changed or closed; each once, as it is now. */
  incidents: Incident[];
  /** Rows that differ from before, with `changedAt`, for keeping. */
  rows: Row[];
}

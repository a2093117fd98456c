import { FleetEngine } from '@slipway/backstage-plugin-fleet-node/engine';

/** An engine that knows all that was read, and the time that it judges by. */
export interface Judgement {
  engine: FleetEngine;
  now: Date;
}

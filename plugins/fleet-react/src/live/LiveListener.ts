import { StreamUpdate } from '@slipway/backstage-plugin-fleet-common';

/** Hears of one subscription. */
export interface LiveListener {
  onChange(change: StreamUpdate): void;
  /** Changes may have been missed: everything must be asked for again. */
  onMissed(): void;
}

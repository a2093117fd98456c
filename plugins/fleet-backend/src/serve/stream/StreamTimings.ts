/** How a stream keeps time, in milliseconds. */
export interface StreamTimings {
  /** Changes are gathered this long. */
  batch: number;
  heartbeat: number;
  /** After this long the policy is asked again. */
  authorization: number;
  /** A client that takes nothing for this long is cut. */
  patience: number;
  /** How long it may still take its last event. */
  farewell: number;
}

/** What browsers are served with. */
export const STREAM_TIMINGS: StreamTimings = {
  batch: 100,
  heartbeat: 15_000,
  authorization: 60_000,
  patience: 30_000,
  farewell: 5_000,
};

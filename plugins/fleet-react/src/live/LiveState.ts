/**
 * How news reach this tab: `connecting` for the first time; `live`; `lost` and
 * being restored; `polling` because streams do not get through; `paused` while
 * nobody looks, or nobody asks.
 *
 * @public
 */
export type LiveMode = 'connecting' | 'live' | 'lost' | 'polling' | 'paused';

/** The state of the live connection. @public */
export interface LiveState {
  /** How news reach this tab now. */
  mode: LiveMode;
  /** Since when, in milliseconds. */
  since: number;
}

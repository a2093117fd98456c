/**
 * What is known of one resource of a source: `live` all of it, now; `stale` all
 * of it, as of `lastContact`; `syncing` not all of it yet; `forbidden` it may
 * not be read; `absent` the source does not serve it; `not-asked`.
 *
 * @public
 */
export type CoverageState =
  | 'live'
  | 'stale'
  | 'syncing'
  | 'forbidden'
  | 'absent'
  | 'not-asked';

/** Coverage of one resource, with its age. @public */
export interface Coverage {
  /** How much of it is known. */
  state: CoverageState;
  /** ISO time since when it is in this state. */
  since?: string;
  /** ISO time of the last contact. */
  lastContact?: string;
  /** The upstream's own words where something is wrong. */
  error?: string;
}

/**
 * Whether what is not there may be called missing: all of the resource is
 * known, or the source has no such resource at all.
 *
 * @public
 */
export function isComplete(coverage: Coverage): boolean {
  return ['live', 'stale', 'absent'].includes(coverage.state);
}

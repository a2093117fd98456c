import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Row } from '../../rows';

/** What is known of one resource of a source, in one namespace or in all. @public */
export interface CoverageEntry {
  /** Id of the source. */
  source: string;
  /** Id of the resource. */
  resource: string;
  /** Left out: holds for all that have no entry of their own. */
  namespace?: string;
  /** Id of the domain for which it holds. Left out: for all others. */
  domain?: string;
  /** What is known of it. */
  coverage: Coverage;
}

/**
 * What came in. Rows that are in the same input as the coverage which says that
 * they are all count as known before it.
 *
 * @public
 */
export interface EngineInput {
  /** `goneAt` is set for objects that went. */
  rows?: Row[];
  /** New ones, and those of which something changed. */
  sources?: SourceInfo[];
  /** Ids of sources that are no more; their rows and items go. */
  removedSources?: string[];
  /** What is known of which resources. */
  coverage?: CoverageEntry[];
}

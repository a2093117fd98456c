import { ClusterDefinition } from './ClusterDefinition';

/**
 * Tells the fleet which clusters there are, for as long as it runs.
 *
 * @public
 */
export interface ClusterSource {
  /** Unique; of two sources that name the same cluster the one added first wins. */
  id: string;
  /**
   * Calls `tell` with all clusters it knows, now and whenever they change, and
   * returns when `signal` is aborted.
   */
  run(
    tell: (clusters: ClusterDefinition[]) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

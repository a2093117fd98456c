import { SeenChange } from './SeenChange';
import { Shape } from './Shape';

/** What the next derivation of a cluster must know of this one. */
export interface ClusterMemory {
  shape: Shape;
  /** Newest first. */
  changes: SeenChange[];
}

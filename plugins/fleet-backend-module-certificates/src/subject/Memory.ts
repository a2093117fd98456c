import { KeptCause } from './KeptCause';
import { SeenRevision } from './SeenRevision';

/** What the next derivation of a Certificate must know of this one. */
export interface Memory {
  /** The last generation with which the certificate agreed. */
  settledGeneration?: number;
  /** Revisions seen within the last hour, and the one before them. */
  revisions: SeenRevision[];
  /** What the last failed attempt failed of. */
  lastCause?: KeptCause;
}

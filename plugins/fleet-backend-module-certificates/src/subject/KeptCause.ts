import { Cause } from '../findings/Cause';

/** The cause of a failed attempt, whose objects go at the next one. */
export interface KeptCause extends Cause {
  /** `status.revision` at that time: it is no cause of anything later. */
  revision: number;
  /** `metadata.generation` at that time: another spec may heal it. */
  generation?: number;
}

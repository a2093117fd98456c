import { ObjectRef } from './ObjectRef';

/** How far one step of a chain is. @public */
export type StepState = 'done' | 'failed' | 'running' | 'waiting' | 'unknown';

/**
 * One step on the way from an item to its cause, as its page shows it.
 *
 * @public
 */
export interface EvidenceStep {
  /** What this step is about. */
  object: ObjectRef;
  /** Short name of the step, for example `Order`. */
  title: string;
  /** How far it is. */
  state: StepState;
  /** The object's own words. */
  says?: string;
  /** ISO time of its last transition. */
  at?: string;
}

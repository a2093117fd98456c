import { Cause } from './Cause';

/** One step of the list of causes: what it finds, if it holds. */
export type FindingStep<View> = (view: View) => Cause | undefined;

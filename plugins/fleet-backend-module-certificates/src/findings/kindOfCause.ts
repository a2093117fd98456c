import { causeEntry } from './causeEntry';
import { Cause } from './Cause';

/** Whether only a person can mend a cause, or it can mend itself. */
export function kindOfCause(cause: Pick<Cause, 'code' | 'kind'>) {
  return cause.kind ?? causeEntry(cause.code).kind;
}

import {
  Finding,
  formatRoot,
  ObjectRef,
} from '@slipway/backstage-plugin-fleet-common';
import { Cause } from './findings/Cause';
import { causeEntry } from './findings/causeEntry';

/** A cause in full, with its texts from the catalogue. */
export function findingOf(options: {
  cause: Cause;
  /** The cluster, which is the root where the cause names none. */
  object: ObjectRef;
  /** What was found last. */
  previous?: Finding;
}): Finding {
  const { cause, object, previous } = options;
  const { status, title, advice } = causeEntry(cause.code);
  return {
    cause: cause.code,
    status: cause.status ?? status[0],
    title,
    advice,
    says: cause.says,
    evidence: cause.evidence,
    root: cause.root ?? formatRoot(object),
    detail: cause.detail,
    since: sinceOf(cause, previous),
  };
}

// Magnum writes to its records while a trouble lasts, but it is as old as it was.
function sinceOf(
  { code, since }: Cause,
  previous: Finding | undefined,
): string | undefined {
  const known = previous?.cause === code ? previous.since : undefined;
  return [since, known].filter(time => time !== undefined).sort()[0];
}

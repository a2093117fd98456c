import { Condition } from '@slipway/backstage-plugin-fleet-node/engine';
import { CertificateSlice } from '../slices';
import { HOUR } from './durations';
import { isoOf } from './isoOf';
import { Lifetime } from './lifetimeOf';
import { Memory } from './Memory';
import { millis } from './millis';
import { Moments } from './Moments';
import { Seen } from './Seen';
import { SeenRevision } from './SeenRevision';

const MOST_REVISIONS = 8;

/** Revisions seen within an hour; the first is that of an hour ago. */
export function revisionsOf(options: {
  certificate: Seen<CertificateSlice>;
  lifetime: Lifetime;
  issuing: Condition | undefined;
  memory: Memory | undefined;
  moments: Moments;
}): SeenRevision[] {
  const { certificate, lifetime, issuing, memory, moments } = options;
  const { row, slice } = certificate;
  const known = memory?.revisions ?? [];
  const last = known.at(-1);
  const { revision } = slice;
  if (revision === undefined) {
    return known;
  }
  const { generation } = row;
  const renewal = isoOf(lifetime.renewal);
  const isEdited = last !== undefined && last.generation !== generation;
  const isAsked = issuing?.reason === 'ManuallyTriggered';
  if (last?.revision === revision) {
    const isUnwanted = last.isUnwanted || isEdited || isAsked;
    const current = { ...last, renewal, generation, isUnwanted };
    return ofLastHour([...known.slice(0, -1), current], moments);
  }
  const came: SeenRevision = {
    revision,
    at: new Date(moments.now).toISOString(),
    renewal,
    generation,
    isUnwanted: isAsked,
    isExpected:
      last?.isUnwanted || isEdited || moments.hasCome(millis(last?.renewal)),
  };
  return ofLastHour([...known, came], moments);
}

function ofLastHour(
  revisions: SeenRevision[],
  moments: Moments,
): SeenRevision[] {
  const first = revisions.findLastIndex(
    ({ at }, index) => index > 0 && moments.hasCome((millis(at) ?? 0) + HOUR),
  );
  return revisions.slice(Math.max(0, first)).slice(-MOST_REVISIONS);
}

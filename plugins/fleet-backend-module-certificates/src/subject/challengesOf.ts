import {
  eventSliceOf,
  Reader,
  Row,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { ChallengeSlice } from '../slices';
import { allSeen } from './allSeen';
import { Seen } from './Seen';

const PRESENTING = /^Error presenting challenge: /;

/** Challenges with what is said of them, be it in an Event alone. */
export function challengesOf(
  rows: Row[],
  read: Reader,
): Seen<ChallengeSlice>[] {
  return allSeen<ChallengeSlice>(rows).map(({ row, slice }) => ({
    row,
    slice:
      slice.reason || slice.presented
        ? slice
        : { ...slice, reason: saidOf(row, read) },
  }));
}

function saidOf(row: Row, read: Reader): string | undefined {
  const refusal = read
    .events(row.source, row)
    .map(eventSliceOf)
    .find(event => event?.reason === 'PresentError');
  return refusal?.message.replace(PRESENTING, '');
}

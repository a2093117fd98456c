import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { ChallengeSlice } from '../slices';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';
import { acmeState } from './acmeState';

/** The proof of one name. */
export function challengeStep(
  cluster: string,
  { row, slice }: Seen<ChallengeSlice>,
): EvidenceStep {
  const { type, dnsName, state, reason, processing } = slice;
  const isQueued = state === 'pending' && !processing;
  return {
    object: refOf(cluster, row),
    title: ['Challenge', type, dnsName].filter(Boolean).join(' '),
    state: isQueued ? 'waiting' : acmeState(state),
    says: reason ?? state,
    at: row.createdAt,
  };
}

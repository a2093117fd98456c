import {
  KubernetesObject,
  recordOf,
  textOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { readSolver, Solver } from './solver';

/** What is kept of a Challenge. */
export interface ChallengeSlice {
  /** `HTTP-01` or `DNS-01`. */
  type?: string;
  dnsName?: string;
  solver: Solver;
  /** Nothing yet is `pending`. */
  state: string;
  reason?: string;
  presented: boolean;
  processing: boolean;
}

/** The slice of a Challenge. */
export function projectChallenge(object: KubernetesObject): ChallengeSlice {
  return {
    type: textOf(object, 'spec', 'type')?.toUpperCase(),
    dnsName: textOf(object, 'spec', 'dnsName'),
    solver: readSolver(recordOf(object, 'spec', 'solver')),
    state: textOf(object, 'status', 'state') ?? 'pending',
    reason: textOf(object, 'status', 'reason'),
    presented: valueAt(object, 'status', 'presented') === true,
    processing: valueAt(object, 'status', 'processing') === true,
  };
}

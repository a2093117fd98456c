import { numberOf, textOf } from '@slipway/backstage-plugin-fleet-node';
import { Failure } from './Outcome';

/** An answer that is no success: a status of HTTP or of an ERROR event. */
export interface Refusal {
  status: number;
  /** A `Status` object, if the server sent one. */
  body: unknown;
  /** Value of the header. */
  retryAfter?: string;
}

const LONGEST_MESSAGE = 1000;

/** What a refusal means for a watch. */
export function judgeStatus(refusal: Refusal): Failure {
  const status = refusal.status || codeOf(textOf(refusal.body, 'reason'));
  const message =
    textOf(refusal.body, 'message')?.slice(0, LONGEST_MESSAGE) ??
    `the server answered ${status}`;
  switch (status) {
    case 401:
      return { kind: 'refused', message };
    case 403:
      return { kind: 'forbidden', message };
    case 404:
    case 405:
      return { kind: 'absent', message };
    case 400:
    case 422:
      return { kind: 'unsupported', message };
    case 410:
      return { kind: 'expired', message };
    case 429:
      return { kind: 'busy', message, retryAfterMs: retryAfterOf(refusal) };
    default:
      return status === 503 && retryAfterOf(refusal) !== undefined
        ? { kind: 'busy', message, retryAfterMs: retryAfterOf(refusal) }
        : { kind: 'trouble', message, opened: false };
  }
}

/** Some ERROR events have no code. */
function codeOf(reason: string | undefined): number {
  switch (reason) {
    case 'Expired':
    case 'Gone':
      return 410;
    case 'Forbidden':
      return 403;
    case 'Unauthorized':
      return 401;
    case 'TooManyRequests':
      return 429;
    default:
      return 500;
  }
}

function retryAfterOf({ body, retryAfter }: Refusal): number | undefined {
  const seconds = Number(
    retryAfter ?? numberOf(body, 'details', 'retryAfterSeconds'),
  );
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

import { ResponseError, toError } from '@backstage/errors';

/** Why an answer was refused, and whether asking again is of any use. */
export interface Refusal {
  outcome: 'not-allowed' | 'failed';
  reason: string;
}

/** Understands what the scaffolder answers instead of choices. */
export function readRefusal(error: unknown): Refusal {
  if (error instanceof ResponseError) {
    return {
      outcome: error.statusCode === 403 ? 'not-allowed' : 'failed',
      reason: error.body?.error?.message ?? error.message,
    };
  }
  return { outcome: 'failed', reason: toError(error).message };
}

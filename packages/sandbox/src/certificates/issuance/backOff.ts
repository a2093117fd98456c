import { Certificate } from '../types';

const HOUR = 3_600_000;
const LONGEST = 32 * HOUR;

/** When a failed issuance may be tried again; `undefined` when none failed. */
export function retryTime({ status }: Certificate): Date | undefined {
  if (!status?.lastFailureTime) {
    return undefined;
  }
  const attempts = status.failedIssuanceAttempts ?? 1;
  const wait = Math.min(HOUR * 2 ** (attempts - 1), LONGEST);
  return new Date(new Date(status.lastFailureTime).getTime() + wait);
}

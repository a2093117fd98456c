const FIRST_MS = 5_000;
const LAST_MS = 30 * 60_000;

/** How long until a challenge that could not be presented is tried again: longer each time. */
export function challengeRetry(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LAST_MS);
}

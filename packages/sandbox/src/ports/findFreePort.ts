import { isFree } from './isFree';

const LAST = 65_000;

/** The first free port from one on that is not promised to somebody. */
export async function findFreePort(
  first: number,
  promised: Iterable<number>,
): Promise<number> {
  const taken = new Set(promised);
  for (let port = first; port <= LAST; port++) {
    if (!taken.has(port) && (await isFree(port))) {
      return port;
    }
  }
  throw new Error(`No free port from ${first} to ${LAST}.`);
}

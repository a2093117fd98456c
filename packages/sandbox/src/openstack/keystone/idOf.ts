import { createHash } from 'node:crypto';

/** An id that is the same after a reset, as addresses and quotas name it. */
export function idOf(kind: string, name: string): string {
  return createHash('sha256')
    .update(`${kind}:${name}`)
    .digest('hex')
    .slice(0, 32);
}

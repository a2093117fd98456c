import { randomBytes } from 'node:crypto';

const LONGEST = 30;

/** A name for the servers of a stack, as Heat makes one: fit to be a host name. */
export function newStackName(clusterName: string): string {
  const stem = clusterName
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-');
  const letters = [...randomBytes(12)].map(byte => 97 + (byte % 26));
  return `${stem}-${String.fromCharCode(...letters)}`;
}

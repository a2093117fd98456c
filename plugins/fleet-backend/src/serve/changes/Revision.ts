import { createHash } from 'node:crypto';
import { Access } from '../access/Access';
import { ChangeLog } from './ChangeLog';

/**
 * `<epoch>.<number>`. The epoch holds for one process and one access: who may
 * see other things than before must read everything anew.
 */
export function formatRevision(log: ChangeLog, access: Access): string {
  return `${epochOf(log, access)}.${log.last}`;
}

/** The number of a revision, `undefined` when it is of another epoch. */
export function parseRevision(
  revision: string,
  log: ChangeLog,
  access: Access,
): number | undefined {
  const match = /^([0-9a-f]+)\.(\d{1,15})$/.exec(revision);
  return match?.[1] === epochOf(log, access) ? Number(match[2]) : undefined;
}

function epochOf(log: ChangeLog, access: Access): string {
  return log.epoch + shortHash(access.key);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { Memory } from './Memory';

/** What was remembered with an item; it may come out of the database. */
export function readMemory(
  previous: CertificateItem | undefined,
): Memory | undefined {
  const memory = previous?.memory as Partial<Memory> | undefined;
  return memory && Array.isArray(memory.revisions)
    ? { ...memory, revisions: memory.revisions }
    : undefined;
}

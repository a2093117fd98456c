import {
  certificateCauses,
  CertificateCauseEntry,
} from '@slipway/backstage-plugin-certificates-common';

const byCode = new Map<string, CertificateCauseEntry>(
  certificateCauses.map(entry => [entry.code, entry]),
);

/** The entry of the catalogue, `undefined` for a code that is not in it. */
export function findCause(code: string): CertificateCauseEntry | undefined {
  return byCode.get(code);
}

import {
  CertificateCause,
  CertificateCauseEntry,
  certificateCauses,
} from '@slipway/backstage-plugin-certificates-common';

const BY_CODE = new Map(certificateCauses.map(entry => [entry.code, entry]));

/** What the catalogue says of a cause. */
export function causeEntry(code: CertificateCause): CertificateCauseEntry {
  const entry = BY_CODE.get(code);
  if (!entry) {
    throw new Error(`The catalogue has no cause ${code}`);
  }
  return entry;
}

import { CertificateCause } from '@slipway/backstage-plugin-certificates-common';
import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';

/** What one step of the list of causes found. */
export interface Cause {
  code: CertificateCause;
  evidence: ObjectRef;
  /** The words of the evidence. */
  says: string;
  /** What must be mended; the Certificate itself when left out. */
  root?: string;
  /** ISO time since when it holds. */
  since?: string;
  /** Where it is not what the catalogue says of the code. */
  kind?: 'person' | 'may-pass';
}

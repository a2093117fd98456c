import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { CERTIFICATES, SECRETS } from '../resourceIds';
import { CertificateSlice, SecretSlice } from '../slices';
import { allSeen } from './allSeen';
import { Seen, seen } from './Seen';

/** The Certificates that name a Secret, and which of them is issued. */
export interface SecretClaims {
  claimants: Seen<CertificateSlice>[];
  /** Whom cert-manager issues for. */
  owner?: Seen<CertificateSlice>;
  secret?: Seen<SecretSlice>;
}

/** Who names a Secret; the owner is whom it was filled for, else the oldest. */
export function secretOwner(options: {
  read: Reader;
  source: string;
  namespace: string;
  secretName: string;
}): SecretClaims {
  const { read, source, namespace, secretName } = options;
  const claimants = allSeen<CertificateSlice>(
    read.rowsBy(source, CERTIFICATES, 'secret', `${namespace}/${secretName}`),
  ).sort(oldestFirst);
  const secret = seen<SecretSlice>(
    read.row(source, SECRETS, namespace, secretName),
  );
  const filledFor = secret?.slice.certificateName;
  return {
    claimants,
    secret,
    owner: claimants.find(({ row }) => row.name === filledFor) ?? claimants[0],
  };
}

function oldestFirst(a: Seen<unknown>, b: Seen<unknown>): number {
  const [at, other] = [a.row.createdAt ?? '', b.row.createdAt ?? ''];
  if (at !== other) {
    return at < other ? -1 : 1;
  }
  return a.row.name < b.row.name ? -1 : 1;
}

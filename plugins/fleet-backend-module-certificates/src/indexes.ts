import { Row } from '@slipway/backstage-plugin-fleet-node/engine';
import {
  CertificateSlice,
  ChallengeSlice,
  IssuerSlice,
  sliceOf,
} from './slices';

/** Look-ups of this domain besides name, owner and label. */
export const indexes = {
  certificates: { issuer: issuerKeys, secret: secretKeys },
  issuers: { caSecret: caSecretKeys },
  challenges: { webhook: webhookKeys },
};

function issuerKeys(row: Row): string[] {
  const issuer = sliceOf<CertificateSlice>(row)?.issuer;
  if (!issuer) {
    return [];
  }
  const namespace = issuer.kind === 'ClusterIssuer' ? '' : row.namespace;
  return [[issuer.kind, namespace, issuer.name].join('/')];
}

function secretKeys(row: Row): string[] {
  const secretName = sliceOf<CertificateSlice>(row)?.secretName;
  return secretName ? [[row.namespace, secretName].join('/')] : [];
}

// In which namespace the Secret of a ClusterIssuer is depends on how the
// controller runs, so the key is its name alone.
function caSecretKeys(row: Row): string[] {
  const caSecret = sliceOf<IssuerSlice>(row)?.caSecret;
  return caSecret ? [caSecret] : [];
}

function webhookKeys(row: Row): string[] {
  const group = sliceOf<ChallengeSlice>(row)?.solver.webhookGroup;
  return group ? [group] : [];
}

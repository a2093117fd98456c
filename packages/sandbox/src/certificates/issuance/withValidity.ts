import { timestamp } from '../../client';
import { Certificate } from '../types';
import { StoredCertificate } from './readKeyPair';
import { renewalTime } from './renewalTime';

/** A Certificate's status with the times of what is in its Secret. */
export function withValidity(
  certificate: Certificate,
  stored: StoredCertificate | undefined,
): NonNullable<Certificate['status']> {
  const {
    notBefore,
    notAfter,
    renewalTime: _,
    ...rest
  } = {
    ...certificate.status,
  };
  return stored
    ? {
        ...rest,
        notBefore: timestamp(stored.notBefore),
        notAfter: timestamp(stored.notAfter),
        renewalTime: timestamp(renewalTime(certificate.spec, stored)),
      }
    : rest;
}

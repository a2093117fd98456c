import { annotations } from '../annotations';
import { CertManager } from '../CertManager';
import { isControlledBy } from '../../client';
import { Certificate, CertificateRequest } from '../types';

/** The request of one revision of a Certificate. */
export function requestOf(
  manager: CertManager,
  certificate: Certificate,
  revision: number | undefined,
): CertificateRequest | undefined {
  return manager.requests
    .list(certificate.metadata.namespace)
    .find(
      request =>
        isControlledBy(request, certificate) &&
        request.metadata.annotations?.[annotations.certificateRevision] ===
          String(revision),
    );
}

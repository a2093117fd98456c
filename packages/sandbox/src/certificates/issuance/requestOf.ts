import { annotations } from '../annotations';
import { CertManager } from '../CertManager';
import { isOwnedBy } from '../ownedBy';
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
        isOwnedBy(request, certificate) &&
        request.metadata.annotations?.[annotations.certificateRevision] ===
          String(revision),
    );
}

import { isControlledBy, KubernetesClient, resources } from '../../client';
import { annotations } from '../annotations';
import { Certificate, CertificateRequest } from '../types';

/**
 * Makes the last issuance of a Certificate unhappened, its first one excepted.
 * Else one that is broken and mended again and again would grow a revision each
 * time, which is how a Secret looks that somebody else keeps writing.
 */
export async function takeBackIssuance(
  client: KubernetesClient,
  certificate: Certificate,
): Promise<void> {
  const { name, namespace } = certificate.metadata;
  const { revision = 1 } = certificate.status ?? {};
  if (revision < 2) {
    return;
  }
  const { items } = await client.list<CertificateRequest>(
    resources.certificateRequests,
    { namespace },
  );
  await client.patch(
    resources.certificates,
    name,
    { status: { revision: revision - 1 } },
    { namespace, subresource: 'status' },
  );
  for (const request of items) {
    const of = request.metadata.annotations?.[annotations.certificateRevision];
    if (isControlledBy(request, certificate) && Number(of) >= revision) {
      await client.delete(
        resources.certificateRequests,
        request.metadata.name,
        { namespace },
      );
    }
  }
}

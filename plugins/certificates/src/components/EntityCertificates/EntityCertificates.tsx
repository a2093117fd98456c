import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CertificatesView } from '../CertificatesView';

/** The certificates of a service or of a cluster. */
export function EntityCertificates() {
  const { entity } = useEntity();

  return <CertificatesView entityRef={stringifyEntityRef(entity)} />;
}

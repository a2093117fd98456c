import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { CertificatesView } from '../CertificatesView';

/** The certificates of a service or of a cluster. */
export function EntityCertificates() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);

  // Those of the entity before are no older answer of this one.
  return <CertificatesView key={entityRef} entityRef={entityRef} />;
}

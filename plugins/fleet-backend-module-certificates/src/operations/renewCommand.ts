import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import { quoteWord } from './quoteWord';

/** How somebody with access renews a certificate by hand. */
export function renewCommand({ ref }: CertificateItem): string {
  const [cluster, namespace, name] = [ref.cluster, ref.namespace, ref.name].map(
    quoteWord,
  );
  return `cmctl renew ${name} --namespace ${namespace} --context ${cluster}`;
}

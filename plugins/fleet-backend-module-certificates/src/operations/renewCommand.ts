import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';

/** How somebody with access renews a certificate by hand. */
export function renewCommand({ ref }: CertificateItem): string {
  const { cluster, namespace, name } = ref;
  return `cmctl renew ${quote(name)} --namespace ${quote(
    namespace,
  )} --context ${quote(cluster)}`;
}

function quote(word: string): string {
  return /^[\w.@:/-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}

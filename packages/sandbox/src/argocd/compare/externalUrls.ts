import { KubernetesObject } from '../../client';

interface IngressSpec {
  rules?: { host?: string; http?: { paths?: { path?: string }[] } }[];
  tls?: { hosts?: string[]; secretName?: string }[];
}

interface IngressStatus {
  loadBalancer?: { ingress?: { hostname?: string; ip?: string }[] };
}

/** The addresses that Ingresses give an Application, as its summary has them. */
export function externalUrls(objects: KubernetesObject[]): string[] {
  const urls = objects
    .filter(({ kind }) => kind === 'Ingress')
    .flatMap(object => {
      const { rules = [], tls = [] } = object.spec as IngressSpec;
      const { loadBalancer } = (object.status ?? {}) as IngressStatus;
      const [address] = loadBalancer?.ingress ?? [];
      return rules.flatMap(rule => {
        const host = rule.host || address?.hostname || address?.ip;
        const secure = tls.some(
          ({ hosts, secretName }) => secretName || hosts?.includes(host ?? ''),
        );
        return (rule.http?.paths ?? []).flatMap(({ path = '' }) =>
          host
            ? [
                `${secure ? 'https' : 'http'}://${host}${path.replace(
                  /\*$/,
                  '',
                )}`,
              ]
            : [],
        );
      });
    });
  return [...new Set(urls)].sort();
}

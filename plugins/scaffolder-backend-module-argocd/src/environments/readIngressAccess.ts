import { Config } from '@backstage/config';

/** How the ingress controllers are reached from outside. */
export interface IngressAccess {
  httpPort: number;
  httpsPort: number;
  /** Where their certificates are not signed by a public CA. */
  caFile: string | undefined;
}

/** Reads `slipway.ingress`. */
export function readIngressAccess(config: Config): IngressAccess {
  const ingress = config.getOptionalConfig('slipway.ingress');
  return {
    httpPort: ingress?.getOptionalNumber('httpPort') ?? 80,
    httpsPort: ingress?.getOptionalNumber('httpsPort') ?? 443,
    caFile: ingress?.getOptionalString('caFile'),
  };
}

/** The addresses of a host; the port is left out where it goes without saying. */
export function addressesOf(host: string, access: IngressAccess) {
  return {
    url: new URL(`http://${host}:${access.httpPort}`).origin,
    secureUrl: new URL(`https://${host}:${access.httpsPort}`).origin,
  };
}

/** How to make a client believe the certificate of an address. */
export function trustHint(secureUrl: string, access: IngressAccess): string {
  return access.caFile
    ? `It is signed by the CA in \`${access.caFile}\`: try \`curl --cacert ${access.caFile} ${secureUrl}\`, or import the file into your browser.`
    : 'It is signed by a public CA.';
}

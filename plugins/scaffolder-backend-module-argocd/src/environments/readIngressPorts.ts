import { Config } from '@backstage/config';

/** Under which ports the ingress controllers are reached from outside. */
export interface IngressPorts {
  http: number;
  https: number;
}

/** Reads `slipway.ingress`. */
export function readIngressPorts(config: Config): IngressPorts {
  const ingress = config.getOptionalConfig('slipway.ingress');
  return {
    http: ingress?.getOptionalNumber('httpPort') ?? 80,
    https: ingress?.getOptionalNumber('httpsPort') ?? 443,
  };
}

/** The addresses of a host; the port is left out where it goes without saying. */
export function addressesOf(host: string, ports: IngressPorts) {
  return {
    url: new URL(`http://${host}:${ports.http}`).origin,
    secureUrl: new URL(`https://${host}:${ports.https}`).origin,
  };
}

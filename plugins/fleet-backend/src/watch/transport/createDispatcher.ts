import {
  ClusterAccess,
  ClusterCredentials,
} from '@slipway/backstage-plugin-fleet-node';
import { Agent, Dispatcher, Pool, ProxyAgent } from 'undici';

const CONNECT_TIMEOUT_MS = 10_000;

/** The connections to one API server, through its proxy where it has one. */
export function createDispatcher(
  access: ClusterAccess,
  clientCertificate: ClusterCredentials['clientCertificate'],
): Dispatcher {
  const { ca, proxyUrl, serverName, skipTlsVerify } = access;
  const options = {
    // One connection for all watches would stall and break all at once.
    allowH2: false,
    // Watches are quiet for minutes; a Watchdog looks after each request.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const tls = {
    timeout: CONNECT_TIMEOUT_MS,
    ...clientCertificate,
    ...(ca && { ca }),
    ...(serverName && { servername: serverName }),
    rejectUnauthorized: !skipTlsVerify,
  };
  if (!proxyUrl) {
    return new Agent({ ...options, connect: tls });
  }
  return new ProxyAgent({
    ...options,
    uri: proxyUrl,
    proxyTunnel: true,
    requestTls: tls,
    proxyTls: { timeout: CONNECT_TIMEOUT_MS },
    // A proxy that does not answer would hold up all requests for minutes.
    clientFactory: (origin, poolOptions) =>
      new Pool(origin, { ...poolOptions, headersTimeout: CONNECT_TIMEOUT_MS }),
  });
}

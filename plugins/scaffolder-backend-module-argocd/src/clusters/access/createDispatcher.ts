import { Agent, Dispatcher, ProxyAgent } from 'undici';
import { ClusterAccess } from './ClusterAccess';

const CONNECT_TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 4 * 1024 * 1024;

/**
 * Connections to one API server that trust its CA alone. Environment variables
 * for proxies do not concern it.
 */
export function createDispatcher(access: ClusterAccess): Dispatcher {
  const { caPem, credential, proxyUrl } = access;
  const tls = {
    timeout: CONNECT_TIMEOUT_MS,
    ca: caPem,
    ...('certPem' in credential && {
      cert: credential.certPem,
      key: credential.keyPem,
    }),
  };
  return proxyUrl
    ? new ProxyAgent({
        uri: proxyUrl,
        maxResponseSize: LARGEST_ANSWER,
        requestTls: tls,
        proxyTls: { timeout: CONNECT_TIMEOUT_MS },
      })
    : new Agent({ connect: tls, maxResponseSize: LARGEST_ANSWER });
}

import { KubernetesApiError } from '../../client';

/** Why a cluster cannot be asked for its version, in the words of Go's client. */
export function describeConnectionError(server: string, error: Error): string {
  return `error synchronizing cache state : failed to get server version: failed to get server version: ${causeOf(
    server,
    error,
  )}`;
}

function causeOf(server: string, error: Error): string {
  if (error instanceof KubernetesApiError) {
    return error.code === 401
      ? 'the server has asked for the client to provide credentials'
      : error.message;
  }
  const { hostname, port } = new URL(server);
  const address = `${hostname}:${port || 443}`;
  const get = `Get "${server}/version?timeout=32s"`;
  // Node wraps the failures of several addresses of one name.
  const [{ code, message }] = ((error as AggregateError).errors ?? [
    error,
  ]) as NodeJS.ErrnoException[];
  switch (code) {
    case 'ECONNREFUSED':
      return `${get}: dial tcp ${address}: connect: connection refused`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${get}: dial tcp: lookup ${hostname}: no such host`;
    case 'ECONNRESET':
      return `${get}: read tcp ${address}: connection reset by peer`;
    case 'ABORT_ERR':
    case 'ETIMEDOUT':
      return `${get}: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`;
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return `${get}: tls: failed to verify certificate: x509: certificate signed by unknown authority`;
    case 'CERT_HAS_EXPIRED':
      return `${get}: tls: failed to verify certificate: x509: certificate has expired or is not yet valid`;
    default:
      return `${get}: ${message}`;
  }
}

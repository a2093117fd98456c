import {
  ClusterAccess,
  ClusterClient,
  systemClock,
} from '@slipway/backstage-plugin-fleet-node';
import { ClusterTransport } from './ClusterTransport';
import { CredentialsError } from './CredentialsError';
import { describeError } from './describeError';
import { requestJson } from './requestJson';

/** A client whose connections can be closed. */
export interface ClosableClusterClient extends ClusterClient {
  close(): Promise<void>;
}

const ALLOWANCE_MS = 15_000;

/** One-off requests with the given access. */
export function createClusterClient(
  access: ClusterAccess,
): ClosableClusterClient {
  const transport = ClusterTransport.create(access);
  return {
    async request({ method, path, body, contentType, signal }) {
      try {
        const response = await requestJson({
          transport,
          clock: systemClock,
          signals: [signal],
          allowanceMs: ALLOWANCE_MS,
          method,
          path,
          ...(body !== undefined && {
            body: JSON.stringify(body),
            headers: { 'content-type': contentType ?? 'application/json' },
          }),
        });
        return { status: response.status, body: response.body };
      } catch (error) {
        signal.throwIfAborted();
        const what =
          error instanceof CredentialsError
            ? 'There are no credentials for'
            : 'Cannot reach';
        throw new Error(`${what} ${access.server}: ${describeError(error)}`);
      }
    },
    close: () => transport.close(),
  };
}

import {
  ClusterAccess,
  ClusterCredentials,
  recordOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node';
import { describeError } from '../../watch/transport/describeError';
import { bearer } from '../credentials/bearer';
import { checkProxyUrl } from '../credentials/checkProxyUrl';
import { MissingCredentialsError } from './MissingCredentialsError';

/**
 * Server and `config` of a registration, which has the shape of Argo CD's.
 *
 * @throws Error with what is wrong, without what is in it
 */
export function readConnection(options: {
  server: string | undefined;
  config: string | undefined;
}): ClusterAccess {
  const { server, config } = options;
  if (!server || !URL.canParse(server) || !/^https?:/.test(server)) {
    throw new Error('its key server is no http(s) address');
  }
  const connection = parse(config);
  const caData = decode(textOf(connection, 'tlsClientConfig', 'caData'));
  const serverName = textOf(connection, 'tlsClientConfig', 'serverName');
  const proxyUrl = readProxyUrl(connection);
  const credentials = readCredentials(connection);
  return {
    server,
    ...(caData && { ca: caData }),
    ...(serverName && { serverName }),
    skipTlsVerify: recordOf(connection, 'tlsClientConfig').insecure === true,
    ...(proxyUrl && { proxyUrl }),
    authenticate: async () => credentials,
  };
}

function readProxyUrl(
  connection: Readonly<Record<string, unknown>>,
): string | undefined {
  try {
    return checkProxyUrl(textOf(connection, 'proxyUrl'));
  } catch (error) {
    throw new Error(`in its key config ${describeError(error)}`);
  }
}

function readCredentials(
  connection: Readonly<Record<string, unknown>>,
): ClusterCredentials {
  const token = textOf(connection, 'bearerToken');
  if (token) {
    return bearer(token);
  }
  const cert = decode(textOf(connection, 'tlsClientConfig', 'certData'));
  const key = decode(textOf(connection, 'tlsClientConfig', 'keyData'));
  if (cert && key) {
    return { headers: {}, clientCertificate: { cert, key } };
  }
  throw new MissingCredentialsError(
    'its key config has neither bearerToken nor certData and keyData',
  );
}

function parse(config: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(config ?? ''));
  } catch {
    // The parser's message would quote the credentials.
    throw new Error('its key config is not JSON');
  }
}

function decode(base64: string | undefined): string | undefined {
  return base64 && Buffer.from(base64, 'base64').toString();
}

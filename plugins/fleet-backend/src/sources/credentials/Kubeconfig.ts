import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import type { KubeConfig } from '@kubernetes/client-node';
import {
  ClusterAccess,
  ClusterCredentials,
} from '@slipway/backstage-plugin-fleet-node';
import { Authenticate } from './Authenticate';
import { checkProxyUrl } from './checkProxyUrl';
import { loadKubernetesLibrary } from './loadKubernetesLibrary';

const PLUGIN_TIMEOUT_MS = 30_000;

/** Which part of which file. */
export interface KubeconfigChoice {
  file: string;
  context?: string;
}

/** One context of a kubeconfig file. */
export class Kubeconfig {
  readonly #choice: KubeconfigChoice;
  #config: KubeConfig;

  /** @throws Error with what is wrong with the file */
  static read(choice: KubeconfigChoice): Kubeconfig {
    return new Kubeconfig(choice, load(choice));
  }

  private constructor(choice: KubeconfigChoice, config: KubeConfig) {
    this.#choice = choice;
    this.#config = config;
  }

  /** @throws Error when a file that it names is missing */
  access(): ClusterAccess {
    const cluster = this.#config.getCurrentCluster()!;
    const ca = cluster.caData
      ? Buffer.from(cluster.caData, 'base64').toString()
      : cluster.caFile && fs.readFileSync(cluster.caFile, 'utf8');
    const proxyUrl = checkProxyUrl(cluster.proxyUrl);
    return {
      server: cluster.server,
      ...(ca && { ca }),
      ...(cluster.tlsServerName && { serverName: cluster.tlsServerName }),
      skipTlsVerify: cluster.skipTLSVerify,
      ...(proxyUrl && { proxyUrl }),
      authenticate: this.authenticate(),
    };
  }

  /** Reads the file again when its credentials are refused. */
  authenticate(): Authenticate {
    return async ({ fresh, signal }) => {
      if (fresh) {
        this.#config = load(this.#choice);
      }
      return credentialsOf(this.#config, signal);
    };
  }
}

function load({ file, context }: KubeconfigChoice): KubeConfig {
  const config = new (loadKubernetesLibrary().KubeConfig)();
  const text = fs.readFileSync(file, 'utf8');
  try {
    config.loadFromString(text);
    config.makePathsAbsolute(path.dirname(path.resolve(file)));
  } catch {
    // The parser's message would quote what is in it.
    throw new Error(`${file} is not a kubeconfig`);
  }
  if (context !== undefined) {
    config.setCurrentContext(context);
  }
  const name = config.getCurrentContext();
  if (!name) {
    throw new Error(`${file} has no current context; name one`);
  }
  if (!config.getCurrentCluster()) {
    const names = config.getContexts().map(known => known.name);
    throw new Error(
      `${file} has no context ${name} with a cluster; it has ${names.join(
        ', ',
      )}`,
    );
  }
  return config;
}

async function credentialsOf(
  config: KubeConfig,
  signal: AbortSignal,
): Promise<ClusterCredentials> {
  const options: https.RequestOptions = {};
  // A credential plugin may wait for somebody to log in.
  await endingWith(
    AbortSignal.any([signal, AbortSignal.timeout(PLUGIN_TIMEOUT_MS)]),
    config.applyToHTTPSOptions(options).catch(error => {
      // The parser's message would quote the token.
      throw error instanceof SyntaxError
        ? new Error('the credential plugin did not answer in JSON')
        : error;
    }),
  );
  const { auth, cert, key } = options;
  const headers = Object.fromEntries(
    Object.entries(options.headers ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
    ),
  );
  if (auth) {
    headers.authorization = `Basic ${Buffer.from(auth).toString('base64')}`;
  }
  return {
    headers,
    ...(cert &&
      key && {
        clientCertificate: { cert: String(cert), key: String(key) },
      }),
  };
}

function endingWith<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    signal.addEventListener('abort', end, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
    if (signal.aborted) {
      end();
    }
  });
}

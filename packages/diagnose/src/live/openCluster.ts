import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { InputError } from '../InputError';
import { messageOf } from '../messageOf';
import { LiveAnswer, LiveCluster } from './LiveCluster';

const LONGEST_ANSWER = 60_000;

/**
 * The cluster of a context of a kubeconfig, with the credentials that it names.
 *
 * @throws InputError when there is none
 */
export async function openCluster(options: {
  context?: string;
  kubeconfig?: string;
}): Promise<LiveCluster> {
  // Only when it is needed: it takes longer to load than a dump to judge.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  const request: https.RequestOptions = { method: 'GET' };
  try {
    if (options.kubeconfig) {
      config.loadFromFile(options.kubeconfig);
    } else {
      config.loadFromDefault();
    }
    const context = options.context ?? config.getCurrentContext();
    if (!config.getContextObject(context)) {
      const known = config.getContexts().map(({ name }) => name);
      throw new Error(
        `there is no context "${context}", only ${known.join(', ') || 'none'}`,
      );
    }
    config.setCurrentContext(context);
    // Without TLS, as behind `kubectl proxy`, there is nothing to verify.
    config.clusters = config.clusters.map(cluster =>
      cluster.server.startsWith('http:')
        ? { ...cluster, skipTLSVerify: true }
        : cluster,
    );
    await config.applyToHTTPSOptions(request);
  } catch (error) {
    throw new InputError(
      `${options.kubeconfig ?? 'kubeconfig'}: ${messageOf(error)}`,
    );
  }
  const server = config.getCurrentCluster()?.server.replace(/\/+$/, '');
  const name = config.getCurrentContext().replaceAll('/', '_');
  if (!server) {
    throw new InputError(`The context ${name} names no cluster`);
  }
  return { name, server, get: path => get(`${server}${path}`, request) };
}

async function get(
  url: string,
  options: https.RequestOptions,
): Promise<LiveAnswer> {
  const { request } = url.startsWith('http:') ? http : https;
  const signal = AbortSignal.timeout(LONGEST_ANSWER);
  try {
    const response = await new Promise<http.IncomingMessage>(
      (resolve, reject) =>
        request(url, { ...options, signal }, resolve)
          .on('error', reject)
          .end(),
    );
    const content = await text(response);
    return { status: response.statusCode ?? 0, body: parse(content) };
  } catch (error) {
    throw new InputError(`${new URL(url).origin}: ${messageOf(error)}`);
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

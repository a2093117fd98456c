import http, { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { createSecureContext, SecureContext, TLSSocket } from 'node:tls';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { ClusterIngress, IngressCluster } from './ClusterIngress';
import { sendErrorPage } from './errorPage';
import { refuseSocket } from './refuseSocket';
import { forward } from './forward';
import { forwardUpgrade } from './forwardUpgrade';
import { locationSettings } from './locationSettings';
import { ensureIngressClass, startStatusWriter } from './startStatusWriter';

export interface StartIngressOptions {
  clusters: IngressCluster[];
  /** 0: any free one. */
  httpPort: number;
  /** 0: any free one. */
  httpsPort: number;
  /** Signs the certificate for hosts that have none. */
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** The running proxy. */
export interface IngressProxy {
  httpPort: number;
  httpsPort: number;
  /** Puts another cluster behind it, until `signal` aborts. */
  add(cluster: IngressCluster, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/**
 * Starts the proxy that all clusters share, on 127.0.0.1 only: one port for http
 * and one for https, and the host decides. In a real cloud each cluster has a
 * load balancer of its own.
 */
export async function startIngress(
  options: StartIngressOptions,
): Promise<IngressProxy> {
  const { clusters, ca, signal, log } = options;
  const ingresses: ClusterIngress[] = [];
  async function add(cluster: IngressCluster, until: AbortSignal) {
    const ingress = ClusterIngress.start(cluster, until);
    await ensureIngressClass(ingress);
    await ingress.synced;
    until.throwIfAborted();
    startStatusWriter({ ingress, signal: until, log });
    ingresses.push(ingress);
    // Below a zone of one there may be a zone of another, as in DNS.
    ingresses.sort((a, b) => b.cluster.zone.length - a.cluster.zone.length);
    until.addEventListener(
      'abort',
      () => void ingresses.splice(ingresses.indexOf(ingress), 1),
      { once: true },
    );
  }
  await Promise.all(clusters.map(cluster => add(cluster, signal)));

  const fallback = await defaultContext(ca);
  const plain = http.createServer({ shouldUpgradeCallback: isWebsocket });
  const secure = https.createServer({
    shouldUpgradeCallback: isWebsocket,
    SNICallback: (name, done) => {
      const context = contextFor(name.toLowerCase());
      done(context ? null : new Error('unrecognized name'), context);
    },
    ...fallback.pair,
  });
  for (const server of [plain, secure]) {
    server.on('request', serve);
    server.on('upgrade', (request, socket, head) =>
      forwardUpgrade({
        request,
        socket,
        head,
        port: routeOf(request)?.ports[0],
        localPort: request.socket.localPort!,
      }),
    );
    server.on('clientError', (_error, socket) => refuseSocket(socket, 400));
  }
  const httpPort = await listen(plain, options.httpPort);
  const httpsPort = await listen(secure, options.httpsPort);

  function serve(request: IncomingMessage, response: ServerResponse) {
    const name = hostName(request);
    if (!isAllowed(name)) {
      sendErrorPage(response, 421);
      return;
    }
    const route = routeOf(request);
    if (!route) {
      sendErrorPage(response, 404);
      return;
    }
    const settings = locationSettings(route);
    const isPlain = !(request.socket instanceof TLSSocket);
    if (isPlain && settings.redirectToHttps) {
      const port = httpsPort === 443 ? '' : `:${httpsPort}`;
      response.setHeader('location', `https://${name}${port}${request.url}`);
      sendErrorPage(response, 301);
      return;
    }
    forward({
      request,
      response,
      ports: route.ports,
      settings,
      localPort: request.socket.localPort!,
    });
  }

  function clusterOf(name: string): ClusterIngress | undefined {
    return (
      ingresses.find(({ cluster }) => isBelow(name, cluster.zone)) ??
      ingresses.find(ingress => ingress.hasHost(name))
    );
  }

  function routeOf(request: IncomingMessage) {
    const name = hostName(request);
    const [path] = (request.url ?? '/').split('?');
    return clusterOf(name)?.route(name, path);
  }

  function isWebsocket(request: IncomingMessage): boolean {
    const route = isAllowed(hostName(request)) && routeOf(request);
    return Boolean(route && locationSettings(route).websocket);
  }

  /** A name of nobody's could be a page of a stranger's that resolves to here. */
  function isAllowed(name: string): boolean {
    return (
      isBelow(name, 'localhost') ||
      ingresses.some(({ cluster }) => isBelow(name, cluster.zone))
    );
  }

  function contextFor(name: string): SecureContext | undefined {
    const ingress = clusterOf(name);
    const handshake = ingress?.handshake(name) ?? 'unknown-host';
    if (handshake === 'refuse') {
      return undefined;
    }
    return typeof handshake === 'object'
      ? handshake.context
      : ingress?.wildcard() ?? fallback.context;
  }

  let stopped: Promise<unknown> | undefined;
  const stop = async () => {
    stopped ??= Promise.all([close(plain), close(secure)]);
    await stopped;
  };
  signal.addEventListener('abort', stop);
  return { httpPort, httpsPort, add, stop };
}

async function defaultContext(ca: CertificateAuthority) {
  const now = Date.now();
  const issued = await ca.issue({
    commonName: 'NGINXIngressController',
    names: ['localhost'],
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + YEAR_MS),
  });
  const pair = { cert: issued.certificatePem, key: issued.privateKeyPem };
  return { pair, context: createSecureContext(pair) };
}

async function listen(server: http.Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function close(server: http.Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function hostName(request: IncomingMessage): string {
  return (request.headers.host ?? '')
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/\.$/, '');
}

function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

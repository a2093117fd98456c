import https from 'node:https';
import { RequestListener } from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { KeyPair } from '../../pki/CertificateAuthority';

/** How the server misbehaves on purpose: it answers nobody, or nothing listens. */
export type KubernetesApiFault = 'none' | 'stall' | 'gone';

export interface ApiListenerOptions {
  /** 0: any free one, kept from then on. */
  port: number;
  pair: KeyPair;
  /** Client certificates of this CA are known. */
  clientCaPem: string;
  handle: RequestListener;
}

// Longer than clients keep idle connections, so that none is closed under a request.
const KEEP_ALIVE_MS = 120_000;

/** The TLS port of an API server, which can be stalled, closed and opened again. */
export class ApiListener {
  readonly #options: ApiListenerOptions;
  readonly #sockets = new Set<Socket>();
  /** Also those whose handshake goes on, which would outlive the server. */
  readonly #connections = new Set<Socket>();
  #server: https.Server | undefined;
  #port: number;
  #fault: KubernetesApiFault = 'none';
  #waiting: (() => void)[] = [];

  static async open(options: ApiListenerOptions): Promise<ApiListener> {
    const listener = new ApiListener(options);
    await listener.#listen();
    return listener;
  }

  private constructor(options: ApiListenerOptions) {
    this.#options = options;
    this.#port = options.port;
  }

  get port(): number {
    return this.#port;
  }

  async setFault(fault: KubernetesApiFault): Promise<void> {
    const before = this.#fault;
    this.#fault = fault;
    if (fault === 'gone') {
      await this.close();
    } else if (before === 'gone') {
      await this.#listen();
    }
    if (fault === 'stall') {
      this.#sockets.forEach(socket => socket.cork());
    } else if (before === 'stall') {
      this.#sockets.forEach(socket => socket.uncork());
      const waiting = this.#waiting;
      this.#waiting = [];
      waiting.forEach(answer => answer());
    }
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      this.#connections.forEach(socket => socket.destroy());
      await closed;
    }
  }

  async #listen(): Promise<void> {
    const { pair, clientCaPem, handle } = this.#options;
    const server = https.createServer(
      {
        cert: pair.certificatePem,
        key: pair.privateKeyPem,
        ca: clientCaPem,
        requestCert: true,
        // A token may still say who asks.
        rejectUnauthorized: false,
      },
      (incoming, response) => {
        const answer = () => handle(incoming, response);
        if (this.#fault === 'stall') {
          this.#waiting.push(answer);
        } else {
          answer();
        }
      },
    );
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    const track = (sockets: Set<Socket>) => (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    };
    server.on('connection', track(this.#connections));
    server.on('secureConnection', track(this.#sockets));
    // Garbage on the port is the caller's problem.
    server.on('tlsClientError', (_, socket) => socket.destroy());
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }
}

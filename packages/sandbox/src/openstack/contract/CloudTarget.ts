import fs from 'node:fs';
import { Answer } from '../testing/CloudClient';
import { pick } from '../testing/pick';
import { Access, startContractCloud } from './startContractCloud';

/** Names a file with the access to a real cloud to try instead of the sandbox. */
const FILE = process.env.SLIPWAY_LAB_OPENSTACK;

/** What Magnum 15 knows, so that both sides are asked the same. */
const VERSION = '1.10';

/** A cloud to hold against the contract, and somebody who is logged in there. */
export class CloudTarget {
  readonly access: Access;
  readonly #token: string;
  readonly #catalog: { type: string; endpoints: { url: string }[] }[];
  readonly #stop: () => Promise<void>;

  /** Opens the cloud that the environment names, by default a fresh one of the sandbox. */
  static async open(): Promise<CloudTarget> {
    const { access, stop } = FILE
      ? {
          access: JSON.parse(fs.readFileSync(FILE, 'utf8')),
          stop: async () => {},
        }
      : await startContractCloud();
    const answer = await send('POST', `${access.authUrl}/auth/tokens`, {
      body: loginOf(access),
    });
    return new CloudTarget(access, answer, stop);
  }

  private constructor(
    access: Access,
    login: Answer,
    stop: () => Promise<void>,
  ) {
    this.access = access;
    this.#token = login.headers.get('x-subject-token')!;
    this.#catalog = pick(login, 'token', 'catalog') as never;
    this.#stop = stop;
  }

  /** A call below the address for authentication; `headers` may leave the token out. */
  keystone(
    method: string,
    below: string,
    options: { body?: unknown; token?: string; subject?: string } = {},
  ): Promise<Answer> {
    const { body, token = this.#token, subject } = options;
    return send(method, this.access.authUrl + below, {
      body,
      headers: {
        ...(token && { 'x-auth-token': token }),
        ...(subject && { 'x-subject-token': subject }),
      },
    });
  }

  magnum(
    method: string,
    below: string,
    body?: unknown,
    version = VERSION,
  ): Promise<Answer> {
    return send(method, this.endpoint('container-infra') + below, {
      body,
      headers: {
        'x-auth-token': this.#token,
        'openstack-api-version': `container-infra ${version}`,
      },
    });
  }

  /** The names of what clusters are made of there. */
  async materials(): Promise<{ image: string; keypair: string }> {
    const read = (url: string) =>
      send('GET', url, { headers: { 'x-auth-token': this.#token } });
    const images = await read(`${this.endpoint('image')}/v2/images`);
    const keypairs = await read(`${this.endpoint('compute')}/os-keypairs`);
    const usable = (pick(images, 'images') as Record<string, string>[]).filter(
      image => image.os_distro === 'fedora-coreos',
    );
    return {
      image: usable[usable.length - 1].name,
      keypair: String(pick(keypairs, 'keypairs', 0, 'keypair', 'name')),
    };
  }

  get token(): string {
    return this.#token;
  }

  endpoint(type: string): string {
    return this.#catalog.find(entry => entry.type === type)!.endpoints[0].url;
  }

  async close(): Promise<void> {
    await this.#stop();
  }
}

/** The body that asks for a token of the project. */
export function loginOf(access: Pick<Access, 'user' | 'password' | 'project'>) {
  const domain = { id: 'default' };
  const { user, password, project } = access;
  return {
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: user, domain, password } },
      },
      scope: { project: { name: project, domain } },
    },
  };
}

async function send(
  method: string,
  url: string,
  options: { body?: unknown; headers?: Record<string, string> },
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      ...options.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  };
}

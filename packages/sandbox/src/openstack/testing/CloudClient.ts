export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed where it is JSON. */
  body: unknown;
}

/** Asks a cloud as a client would, with a token and Magnum's newest version. */
export class CloudClient {
  readonly url: string;
  readonly token: string;
  readonly #version: string;

  static async login(
    url: string,
    who: { name: string; password: string; project: string },
  ): Promise<CloudClient> {
    const { name, password, project } = who;
    const domain = { id: 'default' };
    const answer = await new CloudClient(url, '').ask(
      'POST',
      '/identity/v3/auth/tokens',
      {
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name, domain, password } },
          },
          scope: { project: { name: project, domain } },
        },
      },
    );
    if (answer.status !== 201) {
      throw new Error(`no token for ${name}: ${answer.status}`);
    }
    return new CloudClient(url, answer.headers.get('x-subject-token')!);
  }

  constructor(url: string, token: string, version = 'latest') {
    this.url = url;
    this.token = token;
    this.#version = version;
  }

  /** The same caller with another microversion of Magnum. */
  at(version: string): CloudClient {
    return new CloudClient(this.url, this.token, version);
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        // After a restart of the server, a kept connection would be dead.
        connection: 'close',
        ...(this.token && { 'x-auth-token': this.token }),
        ...(this.#version && {
          'openstack-api-version': `container-infra ${this.#version}`,
        }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  /** A call below Magnum's `/v1`. */
  magnum(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.ask(method, `/container-infra/v1${path}`, body);
  }
}

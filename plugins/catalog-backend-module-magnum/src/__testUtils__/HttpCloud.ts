import http from 'node:http';
import { AddressInfo } from 'node:net';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/** Keystone and as much of Magnum as is read, over HTTP. */
export class HttpCloud {
  clusters: Partial<MagnumCluster>[] = [];
  readonly #server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', this.url);
    const { body, status = 200 } = this.#answer(pathname);
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-subject-token': 'token',
      'openstack-api-version': 'container-infra 1.10',
      'openstack-api-minimum-version': 'container-infra 1.1',
      'openstack-api-maximum-version': 'container-infra 1.10',
    });
    response.end(JSON.stringify(body));
  });

  static async start(): Promise<HttpCloud> {
    const cloud = new HttpCloud();
    await new Promise<void>(resolve =>
      cloud.#server.listen(0, '127.0.0.1', resolve),
    );
    return cloud;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer(path: string): { status?: number; body: object } {
    const magnum = `${this.url}/container-infra`;
    if (path.endsWith('/auth/tokens')) {
      const endpoint = {
        interface: 'public',
        region: 'one',
        url: `${magnum}/v1`,
      };
      const catalog = [{ type: 'container-infra', endpoints: [endpoint] }];
      const expires_at = new Date(Date.now() + 3_600_000).toISOString();
      const named = { id: 'p1', name: 'acme' };
      return {
        status: 201,
        body: { token: { catalog, expires_at, project: named, user: named } },
      };
    }
    if (path.endsWith('/clusters/detail')) {
      return { body: { clusters: this.clusters } };
    }
    const [, id] = /\/clusters\/([^/]+)$/.exec(path) ?? [];
    const found = this.clusters.find(({ uuid }) => uuid === id);
    if (found) {
      return { body: found };
    }
    const version = {
      id: 'v1',
      status: 'CURRENT',
      min_version: '1.1',
      max_version: '1.10',
      links: [{ rel: 'self', href: `${magnum}/v1/` }],
    };
    return id
      ? { status: 404, body: { errors: [{ status: 404, title: 'Not found' }] } }
      : { body: { versions: [version] } };
  }
}

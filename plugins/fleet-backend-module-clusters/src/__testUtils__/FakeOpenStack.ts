import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { PROJECT } from '../testing';

const MAGNUM = '/container-infra/v1/';
const LIST_CLUSTERS = `GET ${MAGNUM}clusters/detail`;

const VERSION = {
  id: 'v1',
  status: 'CURRENT',
  min_version: '1.1',
  max_version: '1.10',
};

/** Keystone and Magnum over HTTP, with what a test puts there. */
export class FakeOpenStack {
  clusters: MagnumCluster[] = [];
  nodeGroups: MagnumNodeGroup[] = [];
  templates: MagnumClusterTemplate[] = [];
  readonly #server = createServer((request, response) =>
    this.#answer(request, response),
  );
  #isDead = false;
  #rounds = 0;
  #port = 0;

  static async start(): Promise<FakeOpenStack> {
    const cloud = new FakeOpenStack();
    cloud.#server.listen(0, '127.0.0.1');
    await once(cloud.#server, 'listening');
    cloud.#port = (cloud.#server.address() as AddressInfo).port;
    return cloud;
  }

  private constructor() {}

  /** How often it was asked for its clusters. */
  get rounds(): number {
    return this.#rounds;
  }

  /** It takes connections and drops them. */
  die(): void {
    this.#isDead = true;
  }

  revive(): void {
    this.#isDead = false;
  }

  /** As `magnum.clouds` names it. */
  config() {
    return {
      name: 'acme',
      authUrl: `${this.#url}/identity/v3`,
      username: 'slipway',
      password: 'correct-horse',
      projectName: 'acme',
      region: 'RegionOne',
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get #url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  #answer({ method, url }: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(url!, this.#url);
    const route = `${method} ${pathname}`;
    this.#rounds += route === LIST_CLUSTERS ? 1 : 0;
    if (this.#isDead) {
      response.destroy();
      return;
    }
    const body = this.#body(route, pathname);
    response.writeHead(body ? 200 : 404, {
      'content-type': 'application/json',
      'x-subject-token': 'a-token',
    });
    response.end(JSON.stringify(body ?? { errors: [] }));
  }

  #body(route: string, pathname: string): object | undefined {
    switch (route) {
      case 'POST /identity/v3/auth/tokens':
        return { token: this.#token() };
      case 'GET /container-infra/':
        return { versions: [VERSION] };
      case LIST_CLUSTERS:
        return { clusters: this.clusters };
      case `GET ${MAGNUM}clustertemplates/detail`:
      case `GET ${MAGNUM}clustertemplates`:
        return { clustertemplates: this.templates };
      case `GET ${MAGNUM}stats`:
        return { clusters: this.clusters.length, nodes: 4 };
      case `GET ${MAGNUM}quotas/${PROJECT}/Cluster`:
        return { project_id: PROJECT, resource: 'Cluster', hard_limit: 20 };
      default:
        return this.#ofCluster(pathname.slice(MAGNUM.length).split('/'));
    }
  }

  #ofCluster([, id, part, group]: string[]): object | undefined {
    const groups = this.nodeGroups.filter(
      ({ cluster_id }) => cluster_id === id,
    );
    if (part !== 'nodegroups') {
      return this.clusters.find(({ uuid }) => uuid === id);
    }
    return group
      ? groups.find(({ uuid }) => uuid === group)
      : { nodegroups: groups };
  }

  #token() {
    return {
      user: { id: 'user-1', name: 'slipway', domain: { id: 'default' } },
      project: { id: PROJECT, name: 'acme', domain: { id: 'default' } },
      issued_at: new Date().toISOString(),
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      catalog: [
        {
          type: 'container-infra',
          name: 'magnum',
          endpoints: [
            {
              interface: 'public',
              region: 'RegionOne',
              region_id: 'RegionOne',
              url: `${this.#url}${MAGNUM.slice(0, -1)}`,
            },
          ],
        },
      ],
    };
  }
}

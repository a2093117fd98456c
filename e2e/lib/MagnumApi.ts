import assert from 'node:assert/strict';
import type { Endpoints } from './startPlatform.ts';

/** A cluster as Magnum tells of it. */
export interface MagnumCluster {
  uuid: string;
  name: string;
  status: string;
  node_count: number;
  labels: Record<string, string>;
}

/** Magnum as the one who ordered the clusters sees it, past Backstage. */
export class MagnumApi {
  readonly #url: string;
  readonly #token: string;

  static async signIn({ openstack }: Endpoints): Promise<MagnumApi> {
    const { authUrl, username, password, project } = openstack;
    const domain = { name: 'Default' };
    const answer = await fetch(`${authUrl}/auth/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        auth: {
          identity: {
            methods: ['password'],
            password: { user: { name: username, domain, password } },
          },
          scope: { project: { name: project, domain } },
        },
      }),
    });
    const token = answer.headers.get('x-subject-token');
    assert.ok(token, await answer.text());
    return new MagnumApi(
      `${new URL(authUrl).origin}/container-infra/v1`,
      token,
    );
  }

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** All that bear a name, those that are being deleted too. */
  async named(name: string): Promise<MagnumCluster[]> {
    const answer = await fetch(`${this.#url}/clusters/detail`, {
      headers: {
        'x-auth-token': this.#token,
        'openstack-api-version': 'container-infra 1.10',
      },
    });
    assert.equal(answer.status, 200);
    const { clusters }: { clusters: MagnumCluster[] } = await answer.json();
    return clusters.filter(cluster => cluster.name === name);
  }
}

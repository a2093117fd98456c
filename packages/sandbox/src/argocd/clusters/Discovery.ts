import {
  KubernetesApiError,
  KubernetesClient,
  KubernetesResource,
} from '../../client';

interface ApiResourceList {
  resources: { name: string; kind: string; namespaced: boolean }[];
}

/** Which kinds a cluster serves, asked once for each API version. */
export class Discovery {
  readonly #client: KubernetesClient;
  readonly #versions = new Map<string, Promise<KubernetesResource[]>>();

  static create(client: KubernetesClient): Discovery {
    return new Discovery(client);
  }

  private constructor(client: KubernetesClient) {
    this.#client = client;
  }

  /** Where a kind is served; `undefined` when the server does not know it. */
  async find(
    apiVersion: string,
    kind: string,
  ): Promise<KubernetesResource | undefined> {
    let known = this.#versions.get(apiVersion);
    if (!known) {
      known = this.#ask(apiVersion);
      this.#versions.set(apiVersion, known);
      known.catch(() => this.#versions.delete(apiVersion));
    }
    return (await known).find(resource => resource.kind === kind);
  }

  /** A definition came or went. */
  forget(): void {
    this.#versions.clear();
  }

  async #ask(apiVersion: string): Promise<KubernetesResource[]> {
    const [version, group = ''] = apiVersion.split('/').reverse();
    const path = group ? `/apis/${group}/${version}` : `/api/${version}`;
    try {
      const { resources } = await this.#client.request<ApiResourceList>(path);
      return resources
        .filter(({ name }) => !name.includes('/'))
        .map(({ name, kind, namespaced }) => ({
          group,
          version,
          plural: name,
          kind,
          namespaced,
        }));
    } catch (error) {
      if (error instanceof KubernetesApiError && error.code === 404) {
        return [];
      }
      throw error;
    }
  }
}

import { InputError } from '@backstage/errors';
import { Hub } from './Hub';
import { HubConfig } from './HubConfig';

/** The configured hubs. */
export class Hubs {
  readonly #configs: HubConfig[];

  static create(configs: HubConfig[]): Hubs {
    return new Hubs(configs);
  }

  private constructor(configs: HubConfig[]) {
    this.#configs = configs;
  }

  /** In the order of the configuration. */
  names(): string[] {
    return this.#configs.map(config => config.name);
  }

  /** The named hub; without a name the only one there is. */
  get(name: string | undefined, signal?: AbortSignal): Hub {
    const names = this.names();
    if (!name && names.length !== 1) {
      throw new InputError(`Name a hub; there are: ${names.join(', ')}`);
    }
    const config = name
      ? this.#configs.find(hub => hub.name === name)
      : this.#configs[0];
    if (!config) {
      throw new InputError(
        `There is no hub ${name} under argocd.hubs; there are: ${
          names.join(', ') || 'none'
        }`,
      );
    }
    return Hub.create(config, signal);
  }
}

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { CloudDefinition } from '../config';
import { createCloud, CreateCloudOptions } from './createCloud';
import { Cloud } from './Cloud';
import { readCloudDefinitions } from '../config/readCloudDefinitions';

/** Options of {@link Clouds}. @public */
export interface CloudsOptions extends CreateCloudOptions {
  /** Where `OS_*` are looked up. Default: the process's. */
  environment?: Record<string, string | undefined>;
}

/** The clouds of `magnum.clouds`. @public */
export class Clouds {
  readonly #clouds: Map<string, Cloud>;

  /**
   * Those of `magnum.clouds`; nothing is asked of them yet.
   *
   * @throws Error that names the key at fault
   */
  static fromConfig(config: Config, options: CloudsOptions = {}): Clouds {
    const { environment = process.env, ...rest } = options;
    return Clouds.create(readCloudDefinitions({ config, environment }), rest);
  }

  /** Those of given definitions; nothing is asked of them yet. */
  static create(
    definitions: CloudDefinition[],
    options: CreateCloudOptions = {},
  ): Clouds {
    return new Clouds(
      definitions.map(definition => createCloud(definition, options)),
    );
  }

  private constructor(clouds: Cloud[]) {
    this.#clouds = new Map(clouds.map(cloud => [cloud.name, cloud]));
  }

  /** In the order of the configuration. */
  names(): string[] {
    return [...this.#clouds.keys()];
  }

  /** In the order of the configuration. */
  list(): Cloud[] {
    return [...this.#clouds.values()];
  }

  /**
   * The one of that name; without a name the only one there is.
   *
   * @throws InputError that names those there are
   */
  get(name?: string): Cloud {
    const only = this.#clouds.size === 1 ? this.list()[0] : undefined;
    const cloud = name === undefined ? only : this.#clouds.get(name);
    if (cloud) {
      return cloud;
    }
    const known = this.names().join(', ');
    const choice = known
      ? `choose one of ${known}`
      : 'magnum.clouds in the configuration names none';
    throw new InputError(
      name === undefined
        ? `It has to be said which cloud: ${choice}`
        : `There is no cloud '${name}': ${choice}`,
    );
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await Promise.all(this.list().map(cloud => cloud.close()));
  }
}

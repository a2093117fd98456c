import { ApiResource as PublishedResource } from '../schema';
import { ApiResource, storageOf } from './ApiResource';
import { compareVersions } from './compareVersions';
import { CustomResourceDefinition, customResources } from './customResources';

/** An API group and its versions, the preferred one first. */
export interface ApiGroup {
  name: string;
  versions: string[];
}

/** All kinds that the server serves right now. */
export class ResourceRegistry {
  readonly #builtIn: ApiResource[];
  readonly #custom = new Map<string, ApiResource[]>();
  #byPath = new Map<string, ApiResource>();
  #byStorage = new Map<string, ApiResource>();

  static create(builtIn: readonly PublishedResource[]): ResourceRegistry {
    return new ResourceRegistry(builtIn);
  }

  private constructor(builtIn: readonly PublishedResource[]) {
    this.#builtIn = builtIn.map(resource => ({
      ...resource,
      listKind: `${resource.kind}List`,
      storage: storageOf(resource),
    }));
    this.#index();
  }

  all(): ApiResource[] {
    return [...this.#builtIn, ...[...this.#custom.values()].flat()];
  }

  find(
    group: string,
    version: string,
    plural: string,
  ): ApiResource | undefined {
    return this.#byPath.get(`${group}/${version}/${plural}`);
  }

  /** The preferred version of what is kept in a storage. */
  ofStorage(storage: string): ApiResource | undefined {
    return this.#byStorage.get(storage);
  }

  findKind(group: string, kind: string): ApiResource | undefined {
    return [...this.#byStorage.values(), ...this.all()].find(
      resource => resource.group === group && resource.kind === kind,
    );
  }

  /** Every storage once, in its preferred version. */
  preferred(): ApiResource[] {
    return [...this.#byStorage.values()];
  }

  /** All groups but the core one: the built-in ones first, then the others by name. */
  groups(): ApiGroup[] {
    const versions = new Map<string, Set<string>>();
    const note = ({ group, version }: ApiResource) => {
      if (group) {
        versions.set(group, (versions.get(group) ?? new Set()).add(version));
      }
    };
    this.#builtIn.forEach(note);
    [...this.#custom.values()]
      .flat()
      .sort((a, b) => a.group.localeCompare(b.group))
      .forEach(note);
    return [...versions].map(([name, all]) => ({
      name,
      versions: [...all].sort(compareVersions),
    }));
  }

  /** Kinds of a group version. */
  ofGroupVersion(group: string, version: string): ApiResource[] {
    return this.all().filter(
      resource => resource.group === group && resource.version === version,
    );
  }

  addCustom(crd: CustomResourceDefinition): void {
    this.#custom.set(crd.metadata.name, customResources(crd));
    this.#index();
  }

  removeCustom(name: string): void {
    if (this.#custom.delete(name)) {
      this.#index();
    }
  }

  #index() {
    this.#byPath = new Map();
    this.#byStorage = new Map();
    for (const resource of this.all()) {
      const { group, version, plural, storage } = resource;
      this.#byPath.set(`${group}/${version}/${plural}`, resource);
      const known = this.#byStorage.get(storage);
      if (!known || compareVersions(version, known.version) < 0) {
        this.#byStorage.set(storage, resource);
      }
    }
  }
}

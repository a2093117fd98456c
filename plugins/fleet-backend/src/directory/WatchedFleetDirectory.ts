import {
  clusterSourceId,
  LABEL_OWNER,
  LABEL_SERVICE,
} from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterDefinition,
  DirectoryCluster,
  DirectoryQuery,
  FleetDirectory,
  labelLookups,
  matchesLabelSelector,
  NAMESPACES,
  Reader,
} from '@slipway/backstage-plugin-fleet-node';

/** Where the directory looks. */
export interface WatchedFleetDirectoryOptions {
  clusters(): ClusterDefinition[];
  reader: Reader;
  /** Ids of what is watched in clusters. */
  resources: string[];
}

/** Each label that is looked up is indexed for good, and entities may name any. */
const MOST_LABELS = 50;

/** The clusters of the moment and what is known of them; asks none of them. */
export class WatchedFleetDirectory implements FleetDirectory {
  readonly #options: WatchedFleetDirectoryOptions;
  readonly #labels = new Set<string>();

  static create(options: WatchedFleetDirectoryOptions): WatchedFleetDirectory {
    return new WatchedFleetDirectory(options);
  }

  private constructor(options: WatchedFleetDirectoryOptions) {
    this.#options = options;
  }

  clusters(): DirectoryCluster[] {
    const { reader } = this.#options;
    return this.#options.clusters().map(({ name, access, labels, owner }) => {
      const source = reader.source(clusterSourceId(name));
      return {
        name,
        access,
        state: source?.state ?? 'starting',
        reachable: source?.reachable ?? false,
        labels,
        owner,
      };
    });
  }

  clustersHolding(query: DirectoryQuery): string[] {
    return this.clusters()
      .filter(({ state, reachable }) => state === 'live' && reachable)
      .map(({ name }) => name)
      .filter(name => {
        const source = clusterSourceId(name);
        return (
          this.#hasNamespace(source, query) ||
          this.#hasLabelled(source, query.labelSelector)
        );
      });
  }

  /** Names of services are written by anybody: both sides must name one owner. */
  #hasNamespace(source: string, { services, owner }: DirectoryQuery): boolean {
    const { reader } = this.#options;
    return (
      owner !== undefined &&
      services.some(value =>
        reader
          .rowsByLabel(source, NAMESPACES, { key: LABEL_SERVICE, value })
          .some(({ labels }) => ownerOf(labels) === owner),
      )
    );
  }

  #hasLabelled(source: string, selector: string | undefined): boolean {
    if (!selector) {
      return false;
    }
    const lookups = labelLookups(selector);
    if (!lookups || !this.#mayLookUp(lookups.map(({ key }) => key))) {
      // Nobody can tell without looking at everything.
      return true;
    }
    const { reader, resources } = this.#options;
    return resources.some(resource =>
      lookups.some(label =>
        reader
          .rowsByLabel(source, resource, label)
          .some(({ labels }) => matchesLabelSelector(selector, labels)),
      ),
    );
  }

  #mayLookUp(keys: string[]): boolean {
    for (const key of keys) {
      if (!this.#labels.has(key) && this.#labels.size >= MOST_LABELS) {
        return false;
      }
      this.#labels.add(key);
    }
    return true;
  }
}

function ownerOf(labels: Readonly<Record<string, string>>): string | undefined {
  const name = labels[LABEL_OWNER];
  return name && `group:default/${name.toLowerCase()}`;
}

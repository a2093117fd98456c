import {
  DirectoryCluster,
  DirectoryQuery,
  FleetDirectory,
  FleetDirectoryService,
} from './FleetDirectory';

/** Knows no clusters before it is filled. @internal */
export class DefaultFleetDirectory implements FleetDirectoryService {
  #directory: FleetDirectory | undefined;

  static create(): DefaultFleetDirectory {
    return new DefaultFleetDirectory();
  }

  private constructor() {}

  fill(directory: FleetDirectory): void {
    this.#directory = directory;
  }

  clusters(): DirectoryCluster[] {
    return this.#directory?.clusters() ?? [];
  }

  clustersHolding(query: DirectoryQuery): string[] {
    return this.#directory?.clustersHolding(query) ?? [];
  }
}

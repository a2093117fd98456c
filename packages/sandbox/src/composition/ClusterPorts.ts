import { findFreePort } from '../ports/findFreePort';
import { StateFolder } from '../state/StateFolder';

const FILE = 'ports.json';

/** The ports of clusters that come and go: each keeps its own for life. */
export class ClusterPorts {
  readonly #state: StateFolder;
  readonly #first: number;
  #choosing: Promise<unknown> = Promise.resolve();

  /** `first`: where to look for free ones; 0 leaves that to the system. */
  static create(state: StateFolder, first: number): ClusterPorts {
    return new ClusterPorts(state, first);
  }

  private constructor(state: StateFolder, first: number) {
    this.#state = state;
    this.#first = first;
  }

  /** The port of a cluster, chosen at the first call. */
  of(uuid: string): Promise<number> {
    const chosen = this.#choosing.then(() => this.#choose(uuid));
    this.#choosing = chosen.catch(() => {});
    return chosen;
  }

  forget(uuid: string): void {
    const { [uuid]: gone, ...others } = this.#kept();
    if (gone !== undefined) {
      this.#state.writeJson(others, FILE);
    }
  }

  async #choose(uuid: string): Promise<number> {
    const before = this.#kept()[uuid];
    if (before !== undefined || this.#first === 0) {
      return before ?? 0;
    }
    const port = await findFreePort(this.#first, Object.values(this.#kept()));
    this.#state.writeJson({ ...this.#kept(), [uuid]: port }, FILE);
    return port;
  }

  #kept(): Record<string, number> {
    return this.#state.readJson(FILE) ?? {};
  }
}

import { ClusterOrder } from '../openstack';
import { findFreePort } from '../ports/findFreePort';
import { isFree } from '../ports/isFree';
import { portTaken } from '../ports/portTaken';
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

  /**
   * The port of a cluster, chosen at the first call.
   *
   * @throws Error that says who holds it now
   */
  of(cluster: Pick<ClusterOrder, 'uuid' | 'name'>): Promise<number> {
    const chosen = this.#choosing.then(() => this.#choose(cluster));
    this.#choosing = chosen.catch(() => {});
    return chosen;
  }

  forget(uuid: string): void {
    const { [uuid]: gone, ...others } = this.#kept();
    if (gone !== undefined) {
      this.#state.writeJson(others, FILE);
    }
  }

  async #choose({
    uuid,
    name,
  }: Pick<ClusterOrder, 'uuid' | 'name'>): Promise<number> {
    if (this.#first === 0) {
      return 0;
    }
    const before = this.#kept()[uuid];
    if (before !== undefined) {
      if (!(await isFree(before))) {
        throw new Error(
          `${portTaken(before, name)} End that, and start the sandbox again.`,
        );
      }
      return before;
    }
    const port = await findFreePort(this.#first, Object.values(this.#kept()));
    this.#state.writeJson({ ...this.#kept(), [uuid]: port }, FILE);
    return port;
  }

  #kept(): Record<string, number> {
    return this.#state.readJson(FILE) ?? {};
  }
}

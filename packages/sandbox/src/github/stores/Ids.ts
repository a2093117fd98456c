import { StateFolder } from '../../state/StateFolder';

const BLOCK = 1000;

/** Numbers that are never given twice, not even after a kill. */
export class Ids {
  readonly #state: StateFolder;
  #next: number;
  #reserved: number;

  static open(state: StateFolder): Ids {
    return new Ids(state);
  }

  private constructor(state: StateFolder) {
    this.#state = state;
    this.#reserved = state.readJson<number>('ids.json') ?? 1;
    this.#next = this.#reserved;
  }

  next(): number {
    if (this.#next >= this.#reserved) {
      this.#reserved = this.#next + BLOCK;
      this.#state.writeJson(this.#reserved, 'ids.json');
    }
    const id = this.#next;
    this.#next += 1;
    return id;
  }
}

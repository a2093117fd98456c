import fs from 'node:fs';
import { StateFolder } from '../../state/StateFolder';
import { StoredObject } from '../types';

/** One write; without an object the key was deleted, without a key only time passed. */
export interface JournalEntry {
  revision: number;
  storage?: string;
  key?: string;
  object?: StoredObject;
}

const FILE = 'journal.jsonl';

/**
 * The writes of a cluster in order, each on disk before it is answered, so
 * that a killed server remembers everything it said.
 */
export class Journal {
  readonly #state: StateFolder;
  #file: number;
  #entries = 0;

  /** Opens the journal and gives everything in it to `replay`. */
  static open(
    state: StateFolder,
    replay: (entry: JournalEntry) => void,
  ): Journal {
    const file = state.path(FILE);
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    // A kill in the middle of a write leaves a line without its end: nobody
    // was told of it.
    const complete = text.slice(0, text.lastIndexOf('\n') + 1);
    if (complete.length < text.length) {
      state.writeText(complete, FILE);
    }
    let entries = 0;
    for (const line of complete.split('\n')) {
      if (line) {
        replay(JSON.parse(line));
        entries++;
      }
    }
    return new Journal(state, entries);
  }

  private constructor(state: StateFolder, entries: number) {
    this.#state = state;
    this.#entries = entries;
    this.#file = fs.openSync(state.path(FILE), 'a', 0o600);
  }

  get entries(): number {
    return this.#entries;
  }

  append(entry: JournalEntry): void {
    fs.writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    this.#entries++;
  }

  /** Replaces the whole history by what is left of it. */
  rewrite(entries: JournalEntry[]): void {
    fs.closeSync(this.#file);
    this.#state.writeText(
      entries.map(entry => `${JSON.stringify(entry)}\n`).join(''),
      FILE,
    );
    this.#file = fs.openSync(this.#state.path(FILE), 'a', 0o600);
    this.#entries = entries.length;
  }

  close(): void {
    fs.closeSync(this.#file);
  }
}

/** What is laid over a page: dialogs and toasts, in the order they came. */
export class Overlays<Entry> {
  readonly #listeners = new Set<() => void>();
  #entries: readonly Entry[] = [];

  readonly getEntries = () => this.#entries;

  readonly onEntries = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(entry: Entry) {
    this.#set([...this.#entries, entry]);
  }

  drawAgain() {
    this.#set([...this.#entries]);
  }

  remove(entry: Entry) {
    this.#set(this.#entries.filter(one => one !== entry));
  }

  #set(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#listeners.forEach(listener => listener());
  }
}

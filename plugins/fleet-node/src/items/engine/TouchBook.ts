import { sourceNameOf } from '@slipway/backstage-plugin-fleet-common';

/** Touched by who looked at all that there are: one that comes concerns it too. @internal */
export const EVERY_SOURCE = '*';

/**
 * Which items read rows of sources other than their own: they are
 * derived again when that source comes or goes.
 *
 * @internal
 */
export class TouchBook {
  readonly #bySource = new Map<string, Set<string>>();
  readonly #byItem = new Map<string, string[]>();

  static create(): TouchBook {
    return new TouchBook();
  }

  private constructor() {}

  set(id: string, options: { cluster: string; touched: Set<string> }): void {
    this.delete(id);
    const foreign = [...options.touched].filter(
      source => sourceNameOf(source) !== options.cluster,
    );
    if (foreign.length === 0) {
      return;
    }
    this.#byItem.set(id, foreign);
    for (const source of foreign) {
      const ids = this.#bySource.get(source) ?? new Set();
      this.#bySource.set(source, ids.add(id));
    }
  }

  delete(id: string): void {
    for (const source of this.#byItem.get(id) ?? []) {
      const ids = this.#bySource.get(source);
      ids?.delete(id);
      if (ids?.size === 0) {
        this.#bySource.delete(source);
      }
    }
    this.#byItem.delete(id);
  }

  touching(source: string): string[] {
    const touching = [source, EVERY_SOURCE].flatMap(touched => [
      ...(this.#bySource.get(touched) ?? []),
    ]);
    return [...new Set(touching)];
  }
}

import { formatItemRef, ItemRef } from '@slipway/backstage-plugin-fleet-common';

/** What is to be derived, each item once. @internal */
export class Pending {
  readonly #byDomain = new Map<string, Map<string, ItemRef>>();

  static create(): Pending {
    return new Pending();
  }

  private constructor() {}

  add(ref: ItemRef): void {
    const refs = this.#byDomain.get(ref.domain) ?? new Map();
    this.#byDomain.set(ref.domain, refs.set(formatItemRef(ref), ref));
  }

  take(domain: string): ItemRef[] {
    const refs = [...(this.#byDomain.get(domain)?.values() ?? [])];
    this.#byDomain.delete(domain);
    return refs;
  }
}

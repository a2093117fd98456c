import { FleetDomain } from '../FleetDomain';
import { SourceBook } from './SourceBook';

/**
 * Where all that a domain reads of a source was heard of once: what it finds
 * from then on is new.
 *
 * @internal
 */
export class SettledDomains {
  readonly #domains: FleetDomain[];
  readonly #settled = new Map<string, Set<string>>();

  static create(domains: FleetDomain[]): SettledDomains {
    return new SettledDomains(domains);
  }

  private constructor(domains: FleetDomain[]) {
    this.#domains = domains;
  }

  has(source: string, domain: string): boolean {
    return this.#settled.get(source)?.has(domain) ?? false;
  }

  remove(source: string): void {
    this.#settled.delete(source);
  }

  /** Whether a domain settled just now. */
  update(source: string, sources: SourceBook): boolean {
    const settled = this.#settled.get(source) ?? new Set();
    this.#settled.set(source, settled);
    const before = settled.size;
    for (const { id, resources } of this.#domains) {
      if (
        !settled.has(id) &&
        resources.every(resource => {
          const { state } = sources.coverage(source, resource.id, {
            domain: id,
          });
          return state !== 'not-asked' && state !== 'syncing';
        })
      ) {
        settled.add(id);
      }
    }
    return settled.size > before;
  }
}

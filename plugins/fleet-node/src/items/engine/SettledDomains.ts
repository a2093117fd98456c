import {
  sourceIdsOf,
  sourceKindOf,
} from '@slipway/backstage-plugin-fleet-common';
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

  /** In all sources of this name that the domain reads. */
  has(name: string, domain: string): boolean {
    const told = sourceIdsOf(name).filter(
      id => this.#settled.has(id) && this.#readIn(id, domain).length > 0,
    );
    return (
      told.length > 0 &&
      told.every(id => this.#settled.get(id)?.has(domain) ?? false)
    );
  }

  remove(source: string): void {
    this.#settled.delete(source);
  }

  /** Whether a domain settled just now. */
  update(source: string, sources: SourceBook): boolean {
    const settled = this.#settled.get(source) ?? new Set();
    this.#settled.set(source, settled);
    const before = settled.size;
    for (const { id } of this.#domains) {
      if (
        !settled.has(id) &&
        this.#readIn(source, id).every(resource => {
          const { state } = sources.coverage(source, resource, { domain: id });
          return state !== 'not-asked' && state !== 'syncing';
        })
      ) {
        settled.add(id);
      }
    }
    return settled.size > before;
  }

  /** Ids of what the domain reads in a source. */
  #readIn(source: string, domain: string): string[] {
    const kind = sourceKindOf(source);
    return this.#domains
      .filter(({ id }) => id === domain)
      .flatMap(({ resources }) => resources)
      .filter(({ from = 'cluster' }) => from === kind)
      .map(({ id }) => id);
  }
}

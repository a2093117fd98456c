import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { CoverageEntry } from './EngineInput';

interface ResourceCoverage {
  all: Coverage;
  namespaces: Map<string, Coverage>;
}

const NOT_ASKED: Coverage = { state: 'not-asked' };

/** Sources and what is known of each. @internal */
export class SourceBook {
  readonly #sources = new Map<string, SourceInfo>();
  readonly #coverage = new Map<string, Map<string, ResourceCoverage>>();

  static create(): SourceBook {
    return new SourceBook();
  }

  private constructor() {}

  /** Whether its items may look different now. */
  set(source: SourceInfo): boolean {
    const known = this.#sources.get(source.id);
    this.#sources.set(source.id, source);
    return (
      known?.state !== source.state ||
      known.reachable !== source.reachable ||
      known.owner !== source.owner ||
      known.name !== source.name
    );
  }

  remove(id: string): void {
    this.#sources.delete(id);
    this.#coverage.delete(id);
  }

  get(id: string): SourceInfo | undefined {
    return this.#sources.get(id);
  }

  list(): SourceInfo[] {
    return [...this.#sources.values()];
  }

  /** Whether items that read it may look different now. */
  cover(entry: CoverageEntry): boolean {
    const known = this.#coverageOf(entry);
    const before = this.coverage(entry.source, entry.resource, entry.namespace);
    if (entry.namespace === undefined) {
      known.all = entry.coverage;
    } else {
      known.namespaces.set(entry.namespace, entry.coverage);
    }
    return meaningOf(before) !== meaningOf(entry.coverage);
  }

  coverage(source: string, resource: string, namespace?: string): Coverage {
    const known = this.#coverage.get(source)?.get(resource);
    const own =
      namespace === undefined ? undefined : known?.namespaces.get(namespace);
    return own ?? known?.all ?? NOT_ASKED;
  }

  #coverageOf(entry: CoverageEntry): ResourceCoverage {
    const resources = this.#coverage.get(entry.source) ?? new Map();
    this.#coverage.set(entry.source, resources);
    const known = resources.get(entry.resource) ?? {
      all: NOT_ASKED,
      namespaces: new Map(),
    };
    resources.set(entry.resource, known);
    return known;
  }
}

/**
 * What a domain may conclude is the same from live and from stale: items are
 * not derived again for a connection that comes and goes.
 */
function meaningOf({ state }: Coverage): string {
  return state === 'stale' ? 'live' : state;
}

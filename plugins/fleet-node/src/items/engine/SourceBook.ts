import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { isSameJson } from '../../collections';
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
      known.name !== source.name ||
      known.server !== source.server ||
      known.uid !== source.uid ||
      !isSameJson(known.labels, source.labels)
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
    const { source, resource, namespace, domain } = entry;
    const before = this.coverage(source, resource, { namespace, domain });
    if (namespace === undefined) {
      known.all = entry.coverage;
    } else {
      known.namespaces.set(namespace, entry.coverage);
    }
    return meaningOf(before) !== meaningOf(entry.coverage);
  }

  coverage(
    source: string,
    resource: string,
    options: { namespace?: string; domain?: string } = {},
  ): Coverage {
    const { namespace, domain } = options;
    const resources = this.#coverage.get(source);
    const known =
      (domain === undefined
        ? undefined
        : resources?.get(keyOf({ resource, domain }))) ??
      resources?.get(resource);
    const own =
      namespace === undefined ? undefined : known?.namespaces.get(namespace);
    return own ?? known?.all ?? NOT_ASKED;
  }

  #coverageOf(entry: CoverageEntry): ResourceCoverage {
    const resources = this.#coverage.get(entry.source) ?? new Map();
    this.#coverage.set(entry.source, resources);
    const key = keyOf(entry);
    const known = resources.get(key) ?? {
      all: NOT_ASKED,
      namespaces: new Map(),
    };
    resources.set(key, known);
    return known;
  }
}

function keyOf({ resource, domain }: { resource: string; domain?: string }) {
  return domain === undefined ? resource : `${resource} ${domain}`;
}

/**
 * What a domain may conclude is the same from live and from stale: items are
 * not derived again for a connection that comes and goes.
 */
function meaningOf({ state }: Coverage): string {
  return state === 'stale' ? 'live' : state;
}

import {
  clusterSourceId,
  Coverage,
  ServedSource,
  SourceInfo,
  sourceIdsOf,
  SourceKind,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node';

/** A resource, and what kind of source has it. */
export interface ServedResource {
  id: string;
  from: SourceKind;
}

/** How seldom it is news that a source was only heard again. */
const CONTACT_NEWS_MS = 10_000;

/** The sources as they are served, and when a change of one is news. */
export class SourceBoard {
  readonly #reader: Pick<Reader, 'sources' | 'source' | 'coverage'>;
  readonly #resources: readonly ServedResource[];
  readonly #told = new Map<string, { state: string; at: number }>();

  constructor(options: {
    reader: Pick<Reader, 'sources' | 'source' | 'coverage'>;
    resources: readonly ServedResource[];
  }) {
    this.#reader = options.reader;
    this.#resources = options.resources;
  }

  all(): ServedSource[] {
    return this.#reader.sources().map(source => this.#serve(source));
  }

  get(id: string): ServedSource | undefined {
    const source = this.#reader.source(id);
    return source && this.#serve(source);
  }

  ownerOf(cluster: string): string | undefined {
    return this.#reader.source(clusterSourceId(cluster))?.owner;
  }

  /** The source beside one item of this place; of two that of a cluster. */
  beside(place: string, access: { sources: boolean }): SourceInfo {
    return this.allBeside(place, access)[0];
  }

  /**
   * The sources of this name as they are shown beside items. Who may not list
   * sources learns how old things are, and nothing of where they come from.
   */
  allBeside(place: string, access: { sources: boolean }): SourceInfo[] {
    const sources = sourceIdsOf(place).flatMap(
      id => this.#reader.source(id) ?? [],
    );
    if (sources.length === 0) {
      return [unknownCluster(place)];
    }
    return access.sources ? sources : sources.map(onlyAge);
  }

  /** Ids of those of which something is worth telling. */
  news(now: Date): string[] {
    const news: string[] = [];
    const sources = this.all();
    for (const source of sources) {
      const state = JSON.stringify(withoutContacts(source));
      const told = this.#told.get(source.id);
      if (told?.state !== state || now.getTime() - told.at >= CONTACT_NEWS_MS) {
        this.#told.set(source.id, { state, at: now.getTime() });
        news.push(source.id);
      }
    }
    const present = new Set(sources.map(source => source.id));
    for (const id of this.#told.keys()) {
      if (!present.has(id)) {
        this.#told.delete(id);
        news.push(id);
      }
    }
    return news;
  }

  #serve(source: SourceInfo): ServedSource {
    return {
      ...source,
      resources: this.#resources
        .filter(({ from }) => from === source.kind)
        .map(({ id: resource }) => ({
          resource,
          ...this.#reader.coverage(source.id, resource),
        })),
    };
  }
}

function unknownCluster(name: string): SourceInfo {
  return {
    id: clusterSourceId(name),
    kind: 'cluster',
    name,
    state: 'starting',
    reachable: false,
    since: new Date(0).toISOString(),
  };
}

function onlyAge(source: SourceInfo): SourceInfo {
  const { id, kind, name, state, reachable, since, lastContact } = source;
  return { id, kind, name, state, reachable, since, lastContact };
}

function withoutContacts(source: ServedSource) {
  const { lastContact, resources, ...rest } = source;
  return [rest, resources.map(({ state, error }: Coverage) => [state, error])];
}

import { CatalogEndpoint, CatalogEntry } from './CatalogEntry';
import { typesOfService } from './typesOfService';

/** What is looked for in a catalogue. */
export interface FindEndpointOptions {
  catalog: CatalogEntry[];
  type: string;
  interface: string;
  region?: string;
}

/** Where a service is, or why that cannot be said. */
export type FoundEndpoint =
  | { outcome: 'found'; url: URL }
  | { outcome: 'missing'; reason: string };

/** Looks up a service under all names of its type. */
export function findEndpoint(options: FindEndpointOptions): FoundEndpoint {
  const { catalog, type, region } = options;
  const types = typesOfService(type);
  const entry = types
    .map(name => catalog.find(other => other.type === name))
    .find(other => other !== undefined);
  if (!entry) {
    return missing(
      `the catalogue has no ${type}, only ${listed(catalog.map(e => e.type))}`,
    );
  }
  const ofInterface = entry.endpoints.filter(
    endpoint => endpoint.interface === options.interface,
  );
  if (ofInterface.length === 0) {
    return missing(
      `${entry.type} has no ${options.interface} endpoint, only ${listed(
        entry.endpoints.map(e => e.interface),
      )}`,
    );
  }
  const regions = listed(ofInterface.map(e => e.region ?? '(none)'));
  const candidates = ofInterface.filter(
    endpoint => region === undefined || endpoint.region === region,
  );
  if (candidates.length === 0) {
    return missing(
      `${entry.type} has no ${options.interface} endpoint in region ${region}, only in ${regions}`,
    );
  }
  if (new Set(candidates.map(e => e.region)).size > 1) {
    return missing(
      `${entry.type} is in several regions, and which one is not said: ${regions}`,
    );
  }
  return toUrl(entry.type, candidates[0]);
}

function toUrl(type: string, { url }: CatalogEndpoint): FoundEndpoint {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return missing(`the address of ${type} in the catalogue is no URL`);
  }
  const { origin, pathname } = new URL(url);
  return { outcome: 'found', url: new URL(`${origin}${pathname}`) };
}

function missing(reason: string): FoundEndpoint {
  return { outcome: 'missing', reason };
}

function listed(names: string[]): string {
  return [...new Set(names)].sort().join(', ') || 'nothing';
}

import { objectsIn } from '../json/objectsIn';
import { CatalogEndpoint, CatalogEntry } from './CatalogEntry';

/** What a token's catalogue says, as far as it can be understood. */
export function readCatalog(catalog: unknown): CatalogEntry[] {
  return objectsIn(catalog).flatMap(entry =>
    typeof entry.type === 'string'
      ? [
          {
            type: entry.type,
            endpoints: objectsIn(entry.endpoints).flatMap(readEndpoint),
          },
        ]
      : [],
  );
}

function readEndpoint(endpoint: Record<string, unknown>): CatalogEndpoint[] {
  const { url } = endpoint;
  if (typeof url !== 'string' || typeof endpoint.interface !== 'string') {
    return [];
  }
  const region = [endpoint.region_id, endpoint.region].find(
    name => typeof name === 'string',
  );
  return [
    {
      url,
      interface: endpoint.interface,
      ...(typeof region === 'string' && { region }),
    },
  ];
}

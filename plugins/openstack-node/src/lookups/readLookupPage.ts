import { fieldOf } from '../json/fieldOf';
import { objectsIn } from '../json/objectsIn';
import { Page } from '../services/collectPages';
import { markerIn } from '../services/markerIn';

/**
 * A page of a list. Glance says where the next one is in `next`, Nova and
 * Neutron among the links of the list.
 */
export function readLookupPage(
  body: unknown,
  key: string,
): Page<Record<string, unknown>> {
  const link = objectsIn(fieldOf(body, `${key}_links`)).find(
    ({ rel }) => rel === 'next',
  );
  return {
    items: objectsIn(fieldOf(body, key)),
    marker: markerIn(fieldOf(body, 'next') ?? link?.href),
  };
}

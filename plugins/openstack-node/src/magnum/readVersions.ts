import { fieldOf } from '../json/fieldOf';
import { objectsIn } from '../json/objectsIn';

const VERSION = /^\d+\.\d+$/;

/** The versions that Magnum's root document names. */
export function readVersions(
  body: unknown,
): { min: string; max: string } | undefined {
  for (const version of objectsIn(fieldOf(body, 'versions'))) {
    const { id, min_version: min, max_version: max } = version;
    if (id === 'v1' && isVersion(min) && isVersion(max)) {
      return { min, max };
    }
  }
  return undefined;
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && VERSION.test(value);
}

import { isNotFound } from '../errors';

/** A page of a list. */
export interface Page<T> {
  items: T[];
  /** Where the next page begins, when there may be one. */
  marker?: string;
}

const MOST_PAGES = 1_000;
const BEGINNINGS = 3;

/** All items of a list. */
export async function collectPages<T>(
  readOne: (marker: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  for (let beginning = 1; ; beginning++) {
    const items: T[] = [];
    let marker: string | undefined;
    try {
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await readOne(marker);
        items.push(...page.items);
        // The same one again would go on for ever.
        if (page.marker === undefined || page.marker === marker) {
          break;
        }
        marker = page.marker;
      }
      return items;
    } catch (error) {
      // What a page would begin after was deleted meanwhile.
      if (!isNotFound(error) || !marker || beginning === BEGINNINGS) {
        throw error;
      }
    }
  }
}

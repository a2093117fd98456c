import { splitTerms } from './splitTerms';

const EQUAL = /^([^=!\s]+)\s*={1,2}\s*(\S*)$/;
const IN = /^(\S+)\s+in\s+\(([^)]*)\)$/;

/**
 * Labels of which every object that fits a selector has one, for looking them
 * up. `undefined` where the selector names none, so that all objects would have
 * to be looked at.
 *
 * @public
 */
export function labelLookups(
  selector: string,
): { key: string; value: string }[] | undefined {
  for (const term of splitTerms(selector)) {
    const [, key, value] = EQUAL.exec(term) ?? [];
    if (key) {
      return [{ key, value }];
    }
    const [, among, values] = IN.exec(term) ?? [];
    if (among) {
      return values.split(',').map(one => ({ key: among, value: one.trim() }));
    }
  }
  return undefined;
}

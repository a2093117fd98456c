import { splitTerms } from './splitTerms';

/**
 * Whether labels fit a selector as an API server takes it, for objects that did
 * not come through one: `app=shop,tier in (a,b),!old`.
 *
 * @public
 */
export function matchesLabelSelector(
  selector: string,
  labels: Readonly<Record<string, string>>,
): boolean {
  return splitTerms(selector).every(term => matchesTerm(term, labels));
}

const SET_TERM = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EQUAL_TERM = /^([^=!\s]+)\s*(==|=|!=)\s*(.*)$/;

function matchesTerm(
  term: string,
  labels: Readonly<Record<string, string>>,
): boolean {
  const set = SET_TERM.exec(term);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    const isIn =
      Object.hasOwn(labels, set[1]) && values.includes(labels[set[1]]);
    return set[2] === 'in' ? isIn : !isIn;
  }
  const equal = EQUAL_TERM.exec(term);
  if (equal) {
    const isEqual =
      Object.hasOwn(labels, equal[1]) && labels[equal[1]] === equal[3];
    return equal[2] === '!=' ? !isEqual : isEqual;
  }
  return term.startsWith('!')
    ? !Object.hasOwn(labels, term.slice(1).trim())
    : Object.hasOwn(labels, term);
}

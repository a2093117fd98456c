/** The terms of a label selector; commas in parentheses part none. @internal */
export function splitTerms(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(term => term.trim())
    .filter(Boolean);
}

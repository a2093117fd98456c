/**
 * What a column holds; `undefined` where that is nothing, or no JSON: a damaged
 * entry costs itself, not the start.
 */
export function parseJson<T>(text: string | null | undefined): T | undefined {
  try {
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

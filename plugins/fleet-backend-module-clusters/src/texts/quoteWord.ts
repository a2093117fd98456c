/** A word as a shell reads it as one. */
export function quoteWord(word: string): string {
  return /^[\w.@:/-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
}

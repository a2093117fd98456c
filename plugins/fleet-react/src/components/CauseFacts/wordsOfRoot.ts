const NOTATION = /^(?:else )?[^/]+\/(\w+)\/\/<[^>]+>$/;

/**
 * What a catalogue says of the root of a cause, for people: without how it is
 * written, `<cloud>/Image//<image_id>`, unless that is all that it says.
 */
export function wordsOfRoot(root: string): string {
  const parts = root.split(', ');
  const words = parts.filter(part => !NOTATION.test(part));
  const kind = NOTATION.exec(parts[0])?.[1];
  if (!kind) {
    return words.join(', ');
  }
  const first = `the ${kind}`;
  return [first, ...words.filter(word => word !== `else ${first}`)].join(', ');
}

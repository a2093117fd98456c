const LONGEST = 500;

/**
 * Words of somebody else in short, and without what could forge lines of a log.
 *
 * @public
 */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

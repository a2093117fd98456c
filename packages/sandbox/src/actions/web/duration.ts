/** `1m 3s`, or nothing while one end is unknown. */
export function duration(from: string | undefined, to: string | undefined) {
  if (!from || !to) {
    return undefined;
  }
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m ${seconds % 60}s`;
}

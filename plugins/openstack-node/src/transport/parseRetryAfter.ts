/**
 * How long a service asks to be left alone, in milliseconds.
 *
 * @param value - seconds, or a date
 * @param sentAt - the date that the service put on its answer
 */
export function parseRetryAfter(
  value: string | undefined,
  sentAt: string | undefined,
): number | undefined {
  const text = value?.trim();
  if (!text) {
    return undefined;
  }
  if (/^\d+$/.test(text)) {
    return Number(text) * 1000;
  }
  if (!/^[A-Z][a-z]{2}, /.test(text)) {
    return undefined;
  }
  // Both dates are of its own clock, so ours does not matter.
  const milliseconds = Date.parse(text) - Date.parse(sentAt ?? '');
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

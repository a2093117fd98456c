/** A time as Magnum prints it: microseconds and an offset. */
export function timeOf(time: string): string;
export function timeOf(time: string | undefined): string | null;
export function timeOf(time: string | undefined): string | null {
  return time === undefined ? null : time.replace(/Z$/, '000+00:00');
}

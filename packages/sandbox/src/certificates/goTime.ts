/** A time as Go prints it, which is how it gets into conditions. */
export function goTime(time: Date): string {
  const [date, clock] = time.toISOString().split(/[T.]/);
  return `${date} ${clock} +0000 UTC`;
}

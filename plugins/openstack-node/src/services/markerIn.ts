/**
 * Where the next page begins. Services build its address from what they believe
 * their own is, which may be a host behind a proxy: only the marker is of use.
 */
export function markerIn(next: unknown): string | undefined {
  return typeof next === 'string' && URL.canParse(next, 'http://next')
    ? new URL(next, 'http://next').searchParams.get('marker') ?? undefined
    : undefined;
}

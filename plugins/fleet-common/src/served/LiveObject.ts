/**
 * One object as it was in its cluster a moment ago, without secrets.
 *
 * @public
 */
export interface LiveObject {
  /** As the API server gave it, redacted. */
  object: Record<string, unknown>;
  /** ISO time. */
  fetchedAt: string;
}

export interface IsInvalidOptions {
  /** What the form has found wrong; it says so itself. */
  rawErrors: string[] | undefined;
  /** What the field says of its value by `validate`. */
  problem: string | undefined;
}

/**
 * For a field of Backstage UI: one that is said to be invalid does not show
 * what it says itself.
 */
export function isInvalid(options: IsInvalidOptions): true | undefined {
  const { problem, rawErrors = [] } = options;
  return rawErrors.length > 0 && (!problem || rawErrors.includes(problem))
    ? true
    : undefined;
}

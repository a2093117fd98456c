const OUTSIDE = ['dns', 'github'];

/** Whether a scope of objects is no cluster and no cloud. */
export function isOutside(scope: string): boolean {
  return OUTSIDE.includes(scope);
}

/** Forms leave empty texts where nothing was chosen. */
export function withoutEmpty<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== ''),
  ) as T;
}

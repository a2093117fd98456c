/** A cluster's name as part of an item's id, which slashes divide. */
export function placeOf(name: string): string {
  return name.replaceAll('/', '~');
}

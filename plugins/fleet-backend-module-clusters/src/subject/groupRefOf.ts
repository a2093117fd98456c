/** Entity reference of a group by its name in a mark. */
export function groupRefOf(name: string | undefined): string | undefined {
  return name ? `group:default/${name.toLowerCase()}` : undefined;
}

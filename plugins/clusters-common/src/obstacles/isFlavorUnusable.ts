/** The flavor is missing or too small. */
export function isFlavorUnusable(text: string): boolean {
  return /Unable to find flavor|does not have enough (RAM|CPU)|flavor['’]s disk is too small/i.test(
    text,
  );
}

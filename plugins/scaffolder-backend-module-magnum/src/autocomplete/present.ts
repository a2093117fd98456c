/** Only the facts that there are, as texts. */
export function present(
  facts: Record<string, string | number | boolean | null | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      fact === undefined || fact === null ? [] : [[name, String(fact)]],
    ),
  );
}

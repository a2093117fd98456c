export interface CountBounds {
  minimum?: number;
  maximum?: number;
}

/** Why this cannot be a number of nodes, in a sentence that helps. */
export function describeCountProblem(
  text: string,
  { minimum = 0, maximum }: CountBounds,
): string | undefined {
  if (text === '') {
    return undefined;
  }
  const count = Number(text);
  if (!/^\d+$/.test(text)) {
    return `"${text}" is not a whole number of nodes.`;
  }
  if (count < minimum) {
    return `At least ${minimum}.`;
  }
  return maximum !== undefined && count > maximum
    ? `At most ${maximum}; that is what Kubernetes and the form take.`
    : undefined;
}

/** Why this cannot be a stage; it becomes the value of a label. */
export function describeStageProblem(stage: string): string | undefined {
  if (stage.length > 63) {
    return `At most 63 characters; these are ${stage.length}.`;
  }
  return stage === '' ||
    /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(stage)
    ? undefined
    : 'Use letters, digits, dashes, dots and underscores, with a letter or digit at both ends.';
}

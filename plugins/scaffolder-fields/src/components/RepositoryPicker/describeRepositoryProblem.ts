/** Why this cannot be the name of a repository, in a sentence that helps. */
export function describeRepositoryProblem(name: string): string | undefined {
  return !/^[\w.-]{1,100}$/.test(name) || /^\.+$|\.git$/.test(name)
    ? `"${name}" cannot be the name of a repository: use letters, digits, dashes, dots and underscores.`
    : undefined;
}

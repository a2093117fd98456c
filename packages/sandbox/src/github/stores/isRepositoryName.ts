/** Whether GitHub takes this as a repository name; it says which it would make of others. */
export function isRepositoryName(name: string): boolean {
  return (
    /^[A-Za-z0-9._-]{1,100}$/.test(name) &&
    !/^\.{1,2}$/.test(name) &&
    !/\.(git|wiki)$/i.test(name)
  );
}

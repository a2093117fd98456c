/** Whether a file may have this path: no absolute, empty, dot or `.git` parts. */
export function isTreePath(path: string): boolean {
  return (
    path !== '' &&
    !path.includes('\0') &&
    path
      .split('/')
      .every(
        part =>
          part !== '' &&
          part !== '.' &&
          part !== '..' &&
          !/^\.git$/i.test(part) &&
          !/^git~\d+$/i.test(part),
      )
  );
}

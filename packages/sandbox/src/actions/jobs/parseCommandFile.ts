/**
 * Reads what a step wrote into `$GITHUB_OUTPUT` or `$GITHUB_ENV`: lines
 * `name=value`, or `name<<END` with the value up to a line `END`.
 */
export function parseCommandFile(text: string): Map<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === '') {
      continue;
    }
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const name = line.slice(0, heredoc);
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) {
        throw new Error(
          `Invalid value. Matching delimiter not found '${delimiter}'`,
        );
      }
      values.set(name, lines.slice(at + 1, end).join('\n'));
      at = end;
    } else if (equals > 0) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}

/**
 * A pattern of `.dockerignore`, COPY or a GitHub filter as a regular
 * expression: `**` is any number of folders, `*` and `?` stay in one.
 */
export function pathPattern(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const rest = pattern.slice(at);
    if (rest.startsWith('**/')) {
      source += '(?:.*/)?';
      at += 2;
    } else if (rest.startsWith('**')) {
      source += '.*';
      at += 1;
    } else if (rest[0] === '*') {
      source += '[^/]*';
    } else if (rest[0] === '?') {
      source += '[^/]';
    } else {
      source += rest[0].replace(/[\\^$.|+()[\]{}]/g, '\\$&');
    }
  }
  return new RegExp(`^${source}$`);
}

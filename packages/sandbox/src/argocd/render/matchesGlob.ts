/**
 * Whether a text matches a pattern of Argo CD: `*` stops at `separator` (and
 * `**` does not); without a separator `*` matches everything. `{a,b}` is a choice.
 */
export function matchesGlob(
  pattern: string,
  text: string,
  separator = '',
): boolean {
  const source = pattern.replace(
    /\*\*|\*|\?|\{[^{}]*\}|[.+^${}()|[\]\\]/g,
    token => {
      if (token === '**' || (token === '*' && !separator)) {
        return '.*';
      }
      if (token === '*') {
        return `[^${separator}]*`;
      }
      if (token === '?') {
        return '.';
      }
      if (token.startsWith('{') && token.length > 1) {
        const choices = token.slice(1, -1).split(',');
        return `(?:${choices.map(escape).join('|')})`;
      }
      return `\\${token}`;
    },
  );
  return new RegExp(`^${source}$`, 's').test(text);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

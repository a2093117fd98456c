/** The first heading of a page, else its file name in words. */
export function readTitle(markdown: string, source: string): string {
  const heading = /^#[ \t]+(.+?)[ \t]*#*$/m.exec(markdown)?.[1];
  if (heading) {
    return heading.replace(/[*_`]/g, '');
  }
  const parts = source.replace(/\.md$/, '').split('/');
  const last = parts.pop() ?? source;
  const name = /^(index|README)$/.test(last) ? parts.pop() ?? 'Home' : last;
  const words = name.replace(/[-_]+/g, ' ');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

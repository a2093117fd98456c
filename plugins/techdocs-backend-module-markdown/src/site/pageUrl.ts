/** `index.md` is the folder itself, `how/to.md` becomes `how/to/`, as mkdocs does it. */
export function pageUrl(source: string): string {
  const withoutExtension = source.replace(/\.md$/, '');
  const withoutIndex = withoutExtension.replace(/(^|\/)(index|README)$/, '');
  return withoutIndex ? `${withoutIndex}/` : '';
}

/** Makes anchors from headings, each one once on a page. */
export function createSlugger(): (title: string) => string {
  const used = new Set<string>();
  return title => {
    const base =
      title
        .toLocaleLowerCase('en-US')
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/[\s-]+/g, '-') || 'section';
    let slug = base;
    for (let count = 1; used.has(slug); count++) {
      slug = `${base}_${count}`;
    }
    used.add(slug);
    return slug;
  };
}

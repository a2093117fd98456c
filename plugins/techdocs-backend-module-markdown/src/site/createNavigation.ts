import { InputError } from '@backstage/errors';
import { MkdocsNavigation } from './parseMkdocsConfig';
import { readTitle } from './readTitle';
import { NavigationEntry, Page } from './types';

/** The navigation as written, or made from the folders; and the pages in its order. */
export function createNavigation(
  pages: Page[],
  nav: MkdocsNavigation | undefined,
): { navigation: NavigationEntry[]; ordered: Page[] } {
  const bySource = new Map(pages.map(page => [page.source, page]));
  const ordered = new Set<Page>();

  const add = (target: string, title?: string): NavigationEntry => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
      return { type: 'link', title: title ?? target, href: target };
    }
    const page = bySource.get(target.replace(/^\.?\//, ''));
    if (!page) {
      throw new InputError(
        `nav names the page "${target}", which does not exist`,
      );
    }
    if (title) {
      page.title = title;
    }
    ordered.add(page);
    return { type: 'page', title: page.title, url: page.url };
  };
  const convert = (entries: MkdocsNavigation): NavigationEntry[] =>
    entries.flatMap(entry =>
      typeof entry === 'string'
        ? add(entry)
        : Object.entries(entry).map(([title, target]) =>
            typeof target === 'string'
              ? add(target, title)
              : { type: 'section' as const, title, children: convert(target) },
          ),
    );

  const navigation = convert(nav ?? navigationOfFolders(pages, ''));
  for (const page of pages) {
    ordered.add(page);
  }
  return { navigation, ordered: [...ordered] };
}

// Without `nav`, as mkdocs: the index first, then by name, a folder is a section.
function navigationOfFolders(pages: Page[], folder: string): MkdocsNavigation {
  const inside = pages
    .map(page => page.source)
    .filter(source => source.startsWith(folder));
  const files = inside.filter(
    source => !source.slice(folder.length).includes('/'),
  );
  const isIndex = (source: string) => /(^|\/)(index|README)\.md$/.test(source);
  const folders = new Set(
    inside
      .filter(source => source.slice(folder.length).includes('/'))
      .map(source => `${folder}${source.slice(folder.length).split('/')[0]}/`),
  );
  return [
    ...files.filter(isIndex),
    ...files.filter(source => !isIndex(source)),
    ...[...folders].map(child => ({
      [readTitle('', child.slice(folder.length, -1))]: navigationOfFolders(
        pages,
        child,
      ),
    })),
  ];
}

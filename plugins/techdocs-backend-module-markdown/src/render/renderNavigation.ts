import { NavigationEntry, Page, Site } from '../site/types';
import { escapeHtml } from './escapeHtml';
import { relativeUrl } from './relativeUrl';

/** The navigation beside a page, in the structure that the reader knows from mkdocs. */
export function renderNavigation(page: Page, site: Site): string {
  let sections = 0;

  function list(entries: NavigationEntry[]): string {
    return `<ul class="md-nav__list">${entries.map(item).join('')}</ul>`;
  }

  function item(entry: NavigationEntry): string {
    const title = `<span class="md-ellipsis">${escapeHtml(entry.title)}</span>`;
    if (entry.type === 'section') {
      const id = `__nav_${++sections}`;
      const active = contains(entry, page) ? ' md-nav__item--active' : '';
      return `<li class="md-nav__item md-nav__item--nested${active}"><input class="md-nav__toggle md-toggle" type="checkbox" id="${id}" checked><label class="md-nav__link" for="${id}">${title}<span class="md-nav__icon md-icon"></span></label><nav class="md-nav" aria-label="${escapeHtml(
        entry.title,
      )}">${list(entry.children)}</nav></li>`;
    }
    const here = entry.type === 'page' && entry.url === page.url;
    const href =
      entry.type === 'page' ? relativeUrl(page.url, entry.url) : entry.href;
    const [itemClass, linkClass] = here
      ? [' md-nav__item--active', ' md-nav__link--active']
      : ['', ''];
    return `<li class="md-nav__item${itemClass}"><a class="md-nav__link${linkClass}" href="${escapeHtml(
      href,
    )}">${title}</a></li>`;
  }

  return `<nav class="md-nav md-nav--primary" aria-label="Navigation"><label class="md-nav__title" for="__drawer">${escapeHtml(
    site.name,
  )}</label>${list(site.navigation)}</nav>`;
}

function contains(entry: NavigationEntry, page: Page): boolean {
  return entry.type === 'section'
    ? entry.children.some(child => contains(child, page))
    : entry.type === 'page' && entry.url === page.url;
}

import { escapeHtml } from './escapeHtml';
import { Heading } from './types';

/** The table of contents beside a page: its second and third level headings. */
export function renderContents(headings: Heading[]): string {
  const entries = headings.filter(({ level }) => level === 2 || level === 3);
  if (entries.length === 0) {
    return '';
  }
  const items = entries.map(
    ({ level, id, title }) =>
      `<li class="md-nav__item md-nav__item--level-${level}"><a href="#${escapeHtml(
        id,
      )}" class="md-nav__link"><span class="md-ellipsis">${escapeHtml(
        title,
      )}</span></a></li>`,
  );
  return `<nav class="md-nav md-nav--secondary" aria-label="Table of contents"><label class="md-nav__title" for="__toc">Table of contents</label><ul class="md-nav__list">${items.join(
    '',
  )}</ul></nav>`;
}

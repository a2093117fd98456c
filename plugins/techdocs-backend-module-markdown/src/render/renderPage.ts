import { Page, Site } from '../site/types';
import { escapeHtml } from './escapeHtml';
import { relativeUrl } from './relativeUrl';
import { renderContents } from './renderContents';
import { renderNavigation } from './renderNavigation';
import { Rendered } from './types';

/**
 * One page in the structure of mkdocs-material, because the TechDocs reader
 * finds sidebars, article and toggle by its class names.
 */
export function renderPage(options: {
  page: Page;
  site: Site;
  rendered: Rendered;
  stylesheet: string;
}): string {
  const { page, site, rendered, stylesheet } = options;
  const title = escapeHtml(`${page.title} - ${site.name}`);
  const heading = rendered.headings.some(({ level }) => level === 1)
    ? ''
    : `<h1>${escapeHtml(page.title)}</h1>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="${relativeUrl(page.url, stylesheet)}">
</head>
<body>
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<label class="md-overlay" for="__drawer"></label>
<header class="md-header"><nav class="md-header__inner md-grid" aria-label="Header"><label class="md-header__button md-icon" for="__drawer"></label></nav></header>
<div class="md-container">
<main class="md-main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary" data-md-type="navigation"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${renderNavigation(
    page,
    site,
  )}</div></div></div>
<div class="md-sidebar md-sidebar--secondary" data-md-type="toc"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">${renderContents(
    rendered.headings,
  )}</div></div></div>
<div class="md-content"><article class="md-content__inner md-typeset">
${heading}${rendered.html}</article></div>
</div></main>
${renderFooter(page, site)}</div>
</body>
</html>
`;
}

function renderFooter(page: Page, site: Site): string {
  const index = site.pages.indexOf(page);
  const links = [
    { name: 'prev', label: 'Previous', target: site.pages[index - 1] },
    { name: 'next', label: 'Next', target: site.pages[index + 1] },
  ].filter(({ target }) => target);
  if (links.length === 0) {
    return '';
  }
  const anchors = links.map(
    ({ name, label, target }) =>
      `<a href="${escapeHtml(
        relativeUrl(page.url, target.url),
      )}" class="md-footer__link md-footer__link--${name}"><div class="md-footer__title"><span class="md-footer__direction">${label}</span><div class="md-ellipsis">${escapeHtml(
        target.title,
      )}</div></div></a>`,
  );
  return `<footer class="md-footer"><nav class="md-footer__inner md-grid" aria-label="Footer">${anchors.join(
    '',
  )}</nav></footer>\n`;
}

import { PageOptions, Repository, SafeHtml } from '../types';
import { html, joinHtml } from './html';

const TABS = [
  { id: 'code', text: 'Code', path: '' },
  { id: 'pulls', text: 'Pull requests', path: '/pulls' },
  { id: 'actions', text: 'Actions', path: '/actions' },
] as const;

/** A whole page in the look of the web view. */
export function renderPage(options: PageOptions): string {
  const { title, breadcrumbs, body, viewer, repository, tab } = options;
  const refresh = options.refreshSeconds
    ? html`<meta http-equiv="refresh" content="${options.refreshSeconds}" />`
    : undefined;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        ${refresh}
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top">
          <nav class="crumbs" aria-label="Breadcrumb">
            <a class="home" href="/">Sandbox GitHub</a>${joinHtml(
              breadcrumbs.map(crumb),
            )}
          </nav>
          ${viewer
            ? signedIn(viewer.login)
            : html`<a class="button" href="/login">Sign in</a>`}
        </header>
        ${repository ? tabsOf(repository, tab) : undefined}
        <main id="content">${body}</main>
      </body>
    </html> `.markup;
}

function crumb({ text, href }: PageOptions['breadcrumbs'][number]): SafeHtml {
  return html`<span class="slash" aria-hidden="true">/</span>${href
      ? html`<a href="${href}">${text}</a>`
      : html`<span>${text}</span>`}`;
}

function signedIn(login: string): SafeHtml {
  return html`<form class="session" method="post" action="/logout">
    <span>Signed in as <strong>${login}</strong></span>
    <button type="submit">Sign out</button>
  </form>`;
}

function tabsOf(repository: Repository, active: PageOptions['tab']): SafeHtml {
  const links = TABS.map(({ id, text, path }) =>
    id === active
      ? html`<a href="/${repository.fullName}${path}" aria-current="page"
          >${text}</a
        >`
      : html`<a href="/${repository.fullName}${path}">${text}</a>`,
  );
  return html`<nav class="tabs" aria-label="Repository">${links}</nav>`;
}

import fs from 'node:fs';
import path from 'node:path';
import { Request, Router } from 'express';
import { GitHubError } from '../api/GitHubError';
import { Account } from '../types';
import { PagesOptions } from './PagesOptions';
import { html } from './html';
import { renderPage } from './renderPage';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0860c4"/><path d="M10 7v18M22 7v6c0 6-12 4-12 10" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

/** Signing in by picking somebody, and what every page needs. */
export function sessionPages({ services, sessions }: PagesOptions): Router {
  const router = Router();
  // eslint-disable-next-line no-restricted-syntax -- the sandbox runs from its source
  const style = fs.readFileSync(path.join(__dirname, 'style.css'), 'utf8');

  router.get('/assets/style.css', (_req, res) => {
    res.type('text/css').send(style);
  });
  router.get('/assets/icon.svg', (_req, res) => {
    res.type('image/svg+xml').send(ICON);
  });
  router.get('/avatars/:file', (req, res) => {
    const login = req.params.file.replace(/\.svg$/, '');
    const account = services.accounts.find(login);
    if (!account) {
      throw GitHubError.notFound();
    }
    res.type('image/svg+xml').send(avatarOf(account));
  });
  router.get('/login', (req, res) => {
    const viewer = sessions.viewerOf(req);
    const back = localPath(req.query.return_to ?? pageBefore(req));
    const people = services.accounts.list().filter(({ person }) => person);
    const body = html`<h1>Who are you?</h1>
      <p class="muted">
        There are no passwords here: everything runs on this machine. Pick
        somebody to see and review what they may.
      </p>
      <div class="panel">
        <ul class="rows">
          ${people.map(
            ({ login, name }) => html`<li>
              <span
                ><strong>${name}</strong>
                <span class="muted">${login}, ${teamsOf(login)}</span></span
              >
              <form method="post" action="/login">
                <input type="hidden" name="login" value="${login}" />
                <input type="hidden" name="return_to" value="${back}" />
                <button type="submit">Sign in as ${login}</button>
              </form>
            </li>`,
          )}
        </ul>
      </div>`;
    const breadcrumbs = [{ text: 'Sign in' }];
    res.send(renderPage({ title: 'Sign in', breadcrumbs, viewer, body }));
  });
  router.post('/login', (req, res) => {
    const account = services.accounts.find(String(req.body.login ?? ''));
    if (!account?.person) {
      throw new GitHubError(422, 'Nobody of that name can sign in');
    }
    sessions.signIn(res, account);
    res.redirect(303, localPath(req.body.return_to));
  });
  router.post('/logout', (_req, res) => {
    sessions.signOut(res);
    res.redirect(303, '/');
  });

  function teamsOf(login: string): string {
    const teams = services.accounts
      .teams()
      .filter(team => team.members.includes(login))
      .map(team => team.slug);
    return teams.length > 0 ? `team ${teams.join(', ')}` : 'no team';
  }
  return router;
}

// The header's link names no page: it stands on all of them.
function pageBefore(req: Request): string | undefined {
  const referrer = req.get('referer') ?? '';
  if (!URL.canParse(referrer)) {
    return undefined;
  }
  const { host, pathname, search } = new URL(referrer);
  const isPage = host === req.get('host') && pathname !== '/login';
  return isPage ? pathname + search : undefined;
}

// Never to another host, which `//host` and `/\host` would be.
function localPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';
}

function avatarOf(account: Account): string {
  const hue = (account.id * 67) % 360;
  const letter = html`${account.name.slice(0, 1).toUpperCase()}`.markup;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="20" fill="hsl(${hue} 55% 40%)"/><text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
}

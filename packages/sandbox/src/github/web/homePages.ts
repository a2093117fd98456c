import { Request, Response, Router } from 'express';
import { GitHubError } from '../api/GitHubError';
import { Repository } from '../types';
import { PagesOptions } from './PagesOptions';
import { html } from './html';
import { renderPage } from './renderPage';
import { timeOf } from './timeOf';

/** Lists: all repositories, those of one owner, the members of a team. */
export function homePages({ services, sessions }: PagesOptions): Router {
  const router = Router();

  function send(req: Request, res: Response, owner?: string) {
    const viewer = sessions.viewerOf(req);
    const visible = services.repositories
      .list()
      .filter(item => !owner || item.owner === owner)
      .filter(item => services.access.roleOf(viewer?.login, item));
    const title = owner ?? 'Repositories';
    const body = html`<h1>${title}</h1>
      ${visible.length === 0
        ? html`<p class="muted">Nothing here that you may see.</p>`
        : html`<div class="panel">
            <ul class="rows">
              ${visible.map(row)}
            </ul>
          </div>`}
      ${viewer
        ? undefined
        : html`<p class="muted">
            Private repositories show after you sign in.
          </p>`}`;
    const breadcrumbs = owner ? [{ text: owner }] : [];
    res.send(renderPage({ title, breadcrumbs, viewer, body }));
  }

  router.get('/', (req, res) => send(req, res));
  router.get('/orgs/:org/teams/:slug', (req, res) => {
    const team = services.accounts.findTeam(req.params.slug);
    if (!team) {
      throw GitHubError.notFound();
    }
    const viewer = sessions.viewerOf(req);
    const body = html`<h1>${team.slug}</h1>
      <div class="panel">
        <ul class="rows">
          ${team.members.map(login => html`<li>${login}</li>`)}
        </ul>
      </div>`;
    const breadcrumbs = [
      { text: req.params.org, href: `/${req.params.org}` },
      { text: team.slug },
    ];
    const title = team.slug;
    res.send(renderPage({ title, breadcrumbs, viewer, body }));
  });
  router.get('/:owner', (req, res) => {
    const account = services.accounts.find(req.params.owner);
    if (!account) {
      throw GitHubError.notFound();
    }
    send(req, res, account.login);
  });
  return router;
}

function row(repository: Repository) {
  const kind = repository.private ? 'Private' : 'Public';
  return html`<li>
    <span
      ><a href="/${repository.fullName}"
        ><strong>${repository.fullName}</strong></a
      >
      <span class="label">${kind}</span><br /><span class="muted"
        >${repository.description}</span
      ></span
    >
    <span class="muted">pushed ${timeOf(repository.pushedAt)}</span>
  </li>`;
}

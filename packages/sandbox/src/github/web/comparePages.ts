import { Request, Response, Router } from 'express';
import { asyncRoute } from '../api/asyncRoute';
import { GitHubError } from '../api/GitHubError';
import { diffFiles } from '../git/diffFiles';
import { readCommits } from '../git/readCommits';
import { encodePath } from '../render/encodePath';
import { PagesOptions } from './PagesOptions';
import { diffView } from './diffView';
import { html } from './html';
import { renderPage } from './renderPage';

/** What one branch has that another has not, and proposing it. */
export function comparePages({ services, sessions }: PagesOptions): Router {
  const router = Router();

  async function compare(req: Request, res: Response) {
    const { repository, viewer } = sessions.repositoryOf(req);
    const content = services.repositories.content(repository);
    const [base = '', head = ''] = req.params[0].includes('...')
      ? req.params[0].split('...')
      : [repository.defaultBranch, req.params[0]];
    const from = await content.commit(base);
    const to = await content.commit(head);
    if (!from || !to) {
      throw GitHubError.notFound();
    }
    const commits = await readCommits(content, ['-50', `${from}..${to}`, '--']);
    const files = await diffFiles(
      content,
      await content.mergeBase(from, to),
      to,
    );
    const known = services.threads
      .pulls(repository)
      .find(
        pull =>
          pull.state === 'open' && pull.head === head && pull.base === base,
      );
    const mayPropose =
      commits.length > 0 &&
      services.access.hasRole(viewer?.login, repository, 'push');
    const body = html`<h1>${base} ← ${head}</h1>
      ${known
        ? html`<p>
            <a href="/${repository.fullName}/pull/${known.number}"
              >${known.title} #${known.number}</a
            >
            is open for these branches.
          </p>`
        : undefined}
      ${!known && mayPropose
        ? html`<form method="post" action="/${repository.fullName}/pulls">
            <input type="hidden" name="base" value="${base}" />
            <input type="hidden" name="head" value="${head}" />
            <label
              >Title
              <input
                type="text"
                name="title"
                required
                value="${commits.at(-1)?.message.split('\n')[0]}"
              />
            </label>
            <label
              >Description
              <textarea name="body" rows="3"></textarea>
            </label>
            <div class="actions">
              <button class="primary" type="submit">Open pull request</button>
            </div>
          </form>`
        : undefined}
      ${diffView(files)}`;
    res.send(
      renderPage({
        title: `${base}...${head} · ${repository.fullName}`,
        breadcrumbs: [
          { text: repository.owner, href: `/${repository.owner}` },
          { text: repository.name, href: `/${repository.fullName}` },
        ],
        viewer,
        repository,
        tab: 'pulls',
        body,
      }),
    );
  }

  async function open(req: Request, res: Response) {
    const { repository, viewer } = sessions.repositoryOf(req);
    if (!services.access.hasRole(viewer?.login, repository, 'push')) {
      throw new GitHubError(403, 'Must have push access to Repository.');
    }
    const field = (name: string) => String(req.body[name] ?? '').trim();
    const pull = await services.pulls.open(repository, {
      title: field('title') || field('head'),
      body: field('body') || undefined,
      head: field('head'),
      base: field('base'),
      author: viewer!,
    });
    res.redirect(303, `/${repository.fullName}/pull/${pull.number}`);
  }

  router.get('/:owner/:repo/compare/*', asyncRoute(compare));
  router.get('/:owner/:repo/pull/new/*', (req: Request, res) => {
    const { repository } = sessions.repositoryOf(req);
    const branch = encodePath(req.params[0]);
    res.redirect(302, `/${repository.fullName}/compare/${branch}`);
  });
  router.post('/:owner/:repo/pulls', asyncRoute(open));
  return router;
}

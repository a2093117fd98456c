import { Request, Response, Router } from 'express';
import { asyncRoute } from '../api/asyncRoute';
import { GitHubError } from '../api/GitHubError';
import { diffFiles } from '../git/diffFiles';
import { readCommit, readCommits } from '../git/readCommits';
import { PagesOptions } from './PagesOptions';
import { diffView } from './diffView';
import { html } from './html';
import { renderPage } from './renderPage';
import { splitRef } from './splitRef';
import { statusMark } from './statusMark';
import { timeOf } from './timeOf';

const PER_PAGE = 50;

/** The history of a repository, and single commits. */
export function commitPages({ services, sessions }: PagesOptions): Router {
  const router = Router();

  async function history(req: Request, res: Response) {
    const { repository, viewer } = sessions.repositoryOf(req);
    const content = services.repositories.content(repository);
    const text = req.params[0] || repository.defaultBranch;
    const place = await splitRef(content, text);
    if (!place) {
      throw GitHubError.notFound();
    }
    const { ref, path, commit } = place;
    const page = Math.max(1, Math.floor(Number(req.query.page)) || 1);
    const commits = await readCommits(content, [
      `--skip=${(page - 1) * PER_PAGE}`,
      `-${PER_PAGE + 1}`,
      commit,
      '--',
      ...(path ? [path] : []),
    ]);
    const body = html`<h1>Commits</h1>
      <p class="muted">of ${ref}${path ? `, ${path}` : undefined}</p>
      <div class="panel">
        <ul class="rows">
          ${commits.slice(0, PER_PAGE).map(
            item => html`<li>
              <span
                ><a href="/${repository.fullName}/commit/${item.sha}"
                  >${item.message.split('\n')[0]}</a
                ><br /><span class="muted"
                  >${item.author.name}, ${timeOf(item.committer.date)}</span
                ></span
              >
              <span
                >${statusMark(services, repository, item.sha)}
                <code>${item.sha.slice(0, 7)}</code></span
              >
            </li>`,
          )}
        </ul>
      </div>
      <div class="actions">
        ${page > 1
          ? html`<a class="button" href="?page=${page - 1}">Newer</a>`
          : undefined}
        ${commits.length > PER_PAGE
          ? html`<a class="button" href="?page=${page + 1}">Older</a>`
          : undefined}
      </div>`;
    res.send(
      renderPage({
        title: `Commits · ${repository.fullName}`,
        breadcrumbs: [
          { text: repository.owner, href: `/${repository.owner}` },
          { text: repository.name, href: `/${repository.fullName}` },
        ],
        viewer,
        repository,
        tab: 'code',
        body,
      }),
    );
  }

  async function single(req: Request, res: Response) {
    const { repository, viewer } = sessions.repositoryOf(req);
    const content = services.repositories.content(repository);
    const sha = /^[0-9a-f]{4,40}$/.test(req.params.sha)
      ? await content.commit(req.params.sha)
      : undefined;
    if (!sha) {
      throw GitHubError.notFound();
    }
    const commit = await readCommit(content, sha);
    const files = await diffFiles(content, commit.parents[0], sha);
    const [title, ...rest] = commit.message.split('\n');
    const text = rest.join('\n').trim();
    const body = html`<h1>${title}</h1>
      ${text ? html`<pre>${text}</pre>` : undefined}
      <p class="muted">
        ${commit.author.name} &lt;${commit.author.email}&gt;,
        ${timeOf(commit.author.date)}, <code>${sha}</code>
        ${statusMark(services, repository, sha)}
      </p>
      <p>
        <a href="/${repository.fullName}/tree/${sha}">Browse the files</a
        >${commit.parents.map(
          parent => html`, parent
            <a href="/${repository.fullName}/commit/${parent}"
              ><code>${parent.slice(0, 7)}</code></a
            >`,
        )}
      </p>
      ${diffView(files)}`;
    res.send(
      renderPage({
        title: `${title} · ${repository.fullName}`,
        breadcrumbs: [
          { text: repository.owner, href: `/${repository.owner}` },
          { text: repository.name, href: `/${repository.fullName}` },
        ],
        viewer,
        repository,
        tab: 'code',
        body,
      }),
    );
  }

  router.get(
    ['/:owner/:repo/commits', '/:owner/:repo/commits/*'],
    asyncRoute(history),
  );
  router.get('/:owner/:repo/commit/:sha', asyncRoute(single));
  return router;
}

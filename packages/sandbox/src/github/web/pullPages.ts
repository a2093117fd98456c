import { Request, Response, Router } from 'express';
import { asyncRoute } from '../api/asyncRoute';
import { GitHubError } from '../api/GitHubError';
import { diffFiles } from '../git/diffFiles';
import { mergePullRequest } from '../pulls/mergePullRequest';
import { mayBypass, missingForMerge } from '../pulls/mergeRules';
import {
  MergeMethod,
  PullRequest,
  Repository,
  Review,
  SafeHtml,
} from '../types';
import { PagesOptions } from './PagesOptions';
import { diffView } from './diffView';
import { html } from './html';
import { pullForms } from './pullForms';
import { renderMarkdown } from './renderMarkdown';
import { renderPage } from './renderPage';
import { statusMark } from './statusMark';
import { timeOf } from './timeOf';

const PULL = '/:owner/:repo/pull/:number';
const STATES: Record<string, Review['state']> = {
  approve: 'APPROVED',
  request: 'CHANGES_REQUESTED',
  comment: 'COMMENTED',
};
const REVIEW_WORDS: Record<Review['state'], string> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'requested changes',
  COMMENTED: 'commented',
  DISMISSED: 'approved something that has changed since',
};

/** Pull requests: what they change, what they wait for, reviewing and merging. */
export function pullPages(options: PagesOptions): Router {
  const { services, sessions } = options;
  const router = Router();

  function requirePull(req: Request) {
    const place = sessions.repositoryOf(req);
    const number = Number(req.params.number);
    const pull = services.threads.pull(place.repository, number);
    if (!pull) {
      throw GitHubError.notFound();
    }
    return { ...place, pull };
  }

  function requireViewer(req: Request) {
    const place = requirePull(req);
    const { viewer } = place;
    if (!viewer) {
      throw new GitHubError(403, 'Sign in first');
    }
    return { ...place, viewer };
  }

  function requireWriter(req: Request) {
    const place = requireViewer(req);
    const { viewer, repository } = place;
    if (!services.access.hasRole(viewer.login, repository, 'push')) {
      throw new GitHubError(403, 'Must have push access to Repository.');
    }
    return place;
  }

  async function show(req: Request, res: Response) {
    const { repository, viewer, pull } = requirePull(req);
    const content = services.repositories.content(repository);
    const from = await content.mergeBase(pull.baseSha, pull.headSha);
    const files = await diffFiles(content, from, pull.headSha);
    const isOpen = pull.state === 'open';
    const merged = isOpen && (await services.pulls.attempt(repository, pull));
    const missing = isOpen
      ? await missingForMerge(services, repository, pull)
      : [];
    const isFree =
      viewer !== undefined &&
      mayBypass(services, { repository, pull, account: viewer });
    const body = html`<h1>
        ${pull.title} <span class="muted">#${pull.number}</span>
      </h1>
      <p>
        ${stateLabel(pull)} <strong>${pull.author}</strong> wants to merge
        <code>${pull.head}</code> into <code>${pull.base}</code>, opened
        ${timeOf(pull.createdAt)}
        ${statusMark(services, repository, pull.headSha)}
      </p>
      ${pull.body
        ? html`<div class="panel">
            <div class="content">
              ${renderMarkdown(pull.body, {
                repository: repository.fullName,
                ref: pull.base,
                folder: '',
              })}
            </div>
          </div>`
        : undefined}
      ${talk(repository, pull)}
      ${isOpen
        ? html`<div class="panel">
            <div class="head"><strong>Merging</strong></div>
            <div class="content">
              ${merged
                ? undefined
                : html`<p>It has conflicts with <code>${pull.base}</code>.</p>`}
              ${missing.length > 0
                ? html`<ul>
                    ${missing.map(text => html`<li>${text}</li>`)}
                  </ul>`
                : html`<p>Nothing is missing.</p>`}
              ${pullForms({
                repository,
                pull,
                viewer,
                isWriter: services.access.hasRole(
                  viewer?.login,
                  repository,
                  'push',
                ),
                isMergeable:
                  Boolean(merged) && (missing.length === 0 || isFree),
              })}
            </div>
          </div>`
        : undefined}
      ${diffView(files)}`;
    send(res, { title: pull.title, repository, viewer, body });
  }

  function talk(repository: Repository, pull: PullRequest): SafeHtml {
    const { users, teams } = pull.requestedReviewers;
    const asked = [...users, ...teams];
    const said = [
      ...pull.reviews.map(review => ({
        at: review.submittedAt,
        author: review.author,
        did: REVIEW_WORDS[review.state],
        text: review.body,
      })),
      ...services.threads.comments(repository, pull.number).map(comment => ({
        at: comment.createdAt,
        author: comment.author,
        did: 'commented',
        text: comment.body,
      })),
    ].sort((a, b) => a.at.localeCompare(b.at));
    return html`${asked.length > 0
      ? html`<p>Review asked of ${asked.join(', ')}</p>`
      : undefined}
    ${said.length > 0
      ? html`<div class="panel">
          <ul class="rows">
            ${said.map(
              item => html`<li>
                <span
                  ><strong>${item.author}</strong> ${item.did}${item.text
                    ? html`: ${item.text}`
                    : undefined}</span
                >
                <span class="muted">${timeOf(item.at)}</span>
              </li>`,
            )}
          </ul>
        </div>`
      : undefined}`;
  }

  function list(req: Request, res: Response) {
    const { repository, viewer } = sessions.repositoryOf(req);
    const pulls = [...services.threads.pulls(repository)].reverse();
    const open = pulls.filter(pull => pull.state === 'open');
    const closed = pulls.filter(pull => pull.state === 'closed').slice(0, 50);
    const rows = (items: PullRequest[]) =>
      html`<div class="panel">
        <ul class="rows">
          ${items.map(
            pull => html`<li>
              <span
                ><a href="/${repository.fullName}/pull/${pull.number}"
                  >${pull.title}</a
                >
                <span class="muted"
                  >#${pull.number} by ${pull.author}</span
                ></span
              >
              ${stateLabel(pull)}
            </li>`,
          )}
        </ul>
      </div>`;
    const body = html`<h1>Pull requests</h1>
      ${open.length > 0 ? rows(open) : html`<p class="muted">None is open.</p>`}
      ${closed.length > 0
        ? html`<h2>Closed</h2>
            ${rows(closed)}`
        : undefined}`;
    send(res, { title: 'Pull requests', repository, viewer, body });
  }

  function send(
    res: Response,
    page: {
      title: string;
      repository: Repository;
      viewer: ReturnType<typeof sessions.viewerOf>;
      body: SafeHtml;
    },
  ) {
    const { owner, name, fullName } = page.repository;
    const breadcrumbs = [
      { text: owner, href: `/${owner}` },
      { text: name, href: `/${fullName}` },
    ];
    const title = `${page.title} · ${fullName}`;
    res.send(renderPage({ ...page, title, breadcrumbs, tab: 'pulls' }));
  }

  function back(res: Response, repository: Repository, pull: PullRequest) {
    res.redirect(303, `/${repository.fullName}/pull/${pull.number}`);
  }

  router.get('/:owner/:repo/pulls', list);
  router.get(
    '/:owner/:repo/pull/:number.diff',
    asyncRoute(async (req, res) => {
      const { repository, pull } = requirePull(req);
      const range = `${pull.baseSha}...${pull.headSha}`;
      const content = services.repositories.content(repository);
      const diff = await content.run(['diff', '--no-ext-diff', range]);
      res.type('text/plain; charset=utf-8').send(diff);
    }),
  );
  router.get(
    [PULL, `${PULL}/files`, `${PULL}/commits`, '/:owner/:repo/issues/:number'],
    asyncRoute(show),
  );
  router.post(`${PULL}/review`, (req, res) => {
    const { repository, pull, viewer } = requireViewer(req);
    const state = STATES[String(req.body.event)];
    const body = String(req.body.body ?? '').trim();
    if (!state) {
      throw new GitHubError(422, 'Approve, request changes or comment');
    }
    services.pulls.review(repository, pull, { author: viewer, state, body });
    back(res, repository, pull);
  });
  router.post(
    `${PULL}/merge`,
    asyncRoute(async (req, res) => {
      const { repository, pull, viewer } = requireWriter(req);
      await mergePullRequest(services, {
        repository,
        pull,
        account: viewer,
        method: mergeMethodOf(req.body.method),
        sha: String(req.body.sha ?? ''),
      });
      back(res, repository, pull);
    }),
  );
  router.post(`${PULL}/close`, (req, res) => {
    const { repository, pull, viewer } = requireWriter(req);
    if (pull.state === 'open') {
      services.pulls.close(pull);
      const sender = viewer;
      services.pulls.changed('closed', { repository, pull, sender });
    }
    back(res, repository, pull);
  });
  return router;
}

function mergeMethodOf(value: unknown): MergeMethod {
  return value === 'squash' || value === 'rebase' ? value : 'merge';
}

function stateLabel(pull: PullRequest): SafeHtml {
  if (pull.merged) {
    return html`<span class="label">Merged by ${pull.merged.by}</span>`;
  }
  if (pull.state === 'closed') {
    return html`<span class="label bad">Closed</span>`;
  }
  return pull.draft
    ? html`<span class="label">Draft</span>`
    : html`<span class="label good">Open</span>`;
}

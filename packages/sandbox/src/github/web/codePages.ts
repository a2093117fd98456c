import { Request, Response, Router } from 'express';
import { asyncRoute } from '../api/asyncRoute';
import { GitHubError } from '../api/GitHubError';
import { GitRepository } from '../git/GitRepository';
import { readCommits } from '../git/readCommits';
import { encodePath } from '../render/encodePath';
import { Repository, SafeHtml, TreeEntry } from '../types';
import { cloneBox } from './cloneBox';
import { PagesOptions } from './PagesOptions';
import { html } from './html';
import { rawTypeOf } from './rawTypeOf';
import { renderMarkdown } from './renderMarkdown';
import { renderPage } from './renderPage';
import { splitRef } from './splitRef';
import { timeOf } from './timeOf';

const LARGEST_SHOWN = 1024 * 1024;

interface Place {
  repository: Repository;
  content: GitRepository;
  ref: string;
  path: string;
  commit: string;
}

/** The files of a repository, as GitHub's addresses name them. */
export function codePages(options: PagesOptions): Router {
  const { services, sessions } = options;
  const router = Router();

  async function placeOf(req: Request): Promise<Place | undefined> {
    const { repository } = sessions.repositoryOf(req);
    const content = services.repositories.content(repository);
    const text = req.params[0] ?? repository.defaultBranch;
    const found = await splitRef(content, text);
    return found && { repository, content, ...found };
  }

  async function requirePlace(req: Request): Promise<Place> {
    const place = await placeOf(req);
    if (!place) {
      throw GitHubError.notFound();
    }
    return place;
  }

  function send(
    req: Request,
    res: Response,
    page: {
      repository: Repository;
      path: string;
      ref?: string;
      body: SafeHtml;
    },
  ) {
    const { repository, path, ref } = page;
    const parts = path === '' ? [] : path.split('/');
    const breadcrumbs = [
      { text: repository.owner, href: `/${repository.owner}` },
      { text: repository.name, href: `/${repository.fullName}` },
      ...parts.map((text, index) => ({
        text,
        href: linkTo(repository, {
          view: 'tree',
          ref: ref!,
          path: parts.slice(0, index + 1).join('/'),
        }),
      })),
    ];
    res.send(
      renderPage({
        title:
          path === '' ? repository.fullName : `${path} · ${repository.name}`,
        breadcrumbs,
        viewer: sessions.viewerOf(req),
        repository,
        tab: 'code',
        body: page.body,
      }),
    );
  }

  async function home(req: Request, res: Response) {
    const { repository } = sessions.repositoryOf(req);
    const place = await placeOf(req);
    const clone = cloneBox(services, repository, options.credentialsFile);
    const head = html`<h1>${repository.name}</h1>
      <p>${repository.description}</p>`;
    const body = place
      ? html`${head} ${await refBar(place)} ${await folder(place)} ${clone}
        ${await readme(place)}`
      : html`${head}
          <p class="muted">This repository is empty.</p>
          ${clone}`;
    send(req, res, { repository, path: '', body });
  }

  async function tree(req: Request, res: Response) {
    const place = await requirePlace(req);
    const { repository, path, ref, content, commit } = place;
    if (!(await content.tree(`${commit}:${path}`))) {
      res.redirect(302, linkTo(repository, { view: 'blob', ref, path }));
      return;
    }
    const body = html`${await refBar(place)} ${await folder(place)}
    ${await readme(place)}`;
    send(req, res, { repository, path, ref, body });
  }

  async function blob(req: Request, res: Response) {
    const place = await requirePlace(req);
    const { repository, path, ref, content, commit } = place;
    if (path === '' || (await content.tree(`${commit}:${path}`))) {
      res.redirect(302, linkTo(repository, { view: 'tree', ref, path }));
      return;
    }
    const data = await services.repositories.readFile(repository, commit, path);
    if (!data) {
      throw GitHubError.notFound();
    }
    const rawLink = linkTo(repository, { view: 'raw', ref, path });
    const body = html`${await refBar(place)}
      <div class="panel">
        <div class="head">
          <strong>${path.split('/').at(-1)}</strong>
          <span class="muted">${data.length} bytes</span>
          <a href="${rawLink}">Raw</a>
        </div>
        ${fileBody(place, data)}
      </div>`;
    send(req, res, { repository, path, ref, body });
  }

  async function raw(req: Request, res: Response) {
    const { repository, path, commit } = await requirePlace(req);
    const data = await services.repositories.readFile(repository, commit, path);
    if (!data) {
      throw GitHubError.notFound();
    }
    // Pushed content must not act with the rights of whoever looks at it.
    res.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    res.type(rawTypeOf(path, data)).send(data);
  }

  router.get('/:owner/:repo', asyncRoute(home));
  router.get('/:owner/:repo/tree/*', asyncRoute(tree));
  router.get('/:owner/:repo/blob/*', asyncRoute(blob));
  router.get('/:owner/:repo/raw/*', asyncRoute(raw));
  return router;
}

function linkTo(
  repository: Repository,
  target: {
    view: 'tree' | 'blob' | 'raw' | 'commits';
    ref: string;
    path: string;
  },
): string {
  const { view, ref, path } = target;
  const tail = path === '' ? '' : `/${encodePath(path)}`;
  return `/${repository.fullName}/${view}/${encodePath(ref)}${tail}`;
}

async function refBar(place: Place): Promise<SafeHtml> {
  const { repository, content, ref, commit } = place;
  const [last] = await readCommits(content, ['-1', commit, '--']);
  const branches = (await content.refs('refs/heads')).map(item =>
    item.ref.slice('refs/heads/'.length),
  );
  const others = branches.filter(name => name !== ref).slice(0, 50);
  return html`<div class="panel">
    <div class="head">
      <span
        ><strong>${ref.length === 40 ? ref.slice(0, 7) : ref}</strong>
        <a href="/${repository.fullName}/commit/${commit}"
          >${last.message.split('\n')[0]}</a
        >
        <span class="muted"
          >${last.author.name}, ${timeOf(last.committer.date)}</span
        ></span
      >
      <a href="${linkTo(repository, { view: 'commits', ref, path: '' })}"
        >Commits</a
      >
    </div>
    ${others.length > 0
      ? html`<details>
          <summary>${branches.length} branches</summary>
          <ul class="rows">
            ${others.map(
              name => html`<li>
                <a
                  href="${linkTo(repository, {
                    view: 'tree',
                    ref: name,
                    path: '',
                  })}"
                  >${name}</a
                >
                <a
                  href="/${repository.fullName}/compare/${encodePath(
                    repository.defaultBranch,
                  )}...${encodePath(name)}"
                  >Compare</a
                >
              </li>`,
            )}
          </ul>
        </details>`
      : undefined}
  </div>`;
}

async function folder(place: Place): Promise<SafeHtml> {
  const { repository, content, ref, path, commit } = place;
  const entries = (await content.tree(`${commit}:${path}`)) ?? [];
  const sorted = entries.sort(
    (a, b) =>
      Number(b.type === 'tree') - Number(a.type === 'tree') ||
      a.path.localeCompare(b.path),
  );
  const target = (entry: TreeEntry) =>
    linkTo(repository, {
      view: entry.type === 'tree' ? 'tree' : 'blob',
      ref,
      path: path === '' ? entry.path : `${path}/${entry.path}`,
    });
  return html`<div class="panel">
    <ul class="rows">
      ${sorted.map(
        entry => html`<li>
          <a href="${target(entry)}"
            >${entry.path}${entry.type === 'tree' ? '/' : ''}</a
          >
          <span class="muted"
            >${entry.size === undefined
              ? undefined
              : `${entry.size} bytes`}</span
          >
        </li>`,
      )}
    </ul>
  </div>`;
}

async function readme(place: Place): Promise<SafeHtml | undefined> {
  const { repository, content, ref, path, commit } = place;
  const entries = (await content.tree(`${commit}:${path}`)) ?? [];
  const entry = entries.find(({ path: name }) => /^readme\.md$/i.test(name));
  if (!entry || entry.type !== 'blob') {
    return undefined;
  }
  const text = (await content.read(entry.sha)).toString('utf8');
  const name = repository.fullName;
  return html`<div class="panel">
    <div class="head"><strong>${entry.path}</strong></div>
    <div class="content">
      ${renderMarkdown(text, { repository: name, ref, folder: path })}
    </div>
  </div>`;
}

function fileBody(place: Place, data: Buffer): SafeHtml {
  const { repository, ref, path } = place;
  if (rawTypeOf(path, data).startsWith('image/')) {
    const source = linkTo(repository, { view: 'raw', ref, path });
    return html`<div class="content markdown">
      <img src="${source}" alt="${path}" />
    </div>`;
  }
  if (data.includes(0)) {
    return html`<div class="content muted">Binary file</div>`;
  }
  if (data.length > LARGEST_SHOWN) {
    return html`<div class="content muted">Too large to be shown</div>`;
  }
  const text = data.toString('utf8');
  if (/\.md$/i.test(path)) {
    const parent = path.split('/').slice(0, -1).join('/');
    return html`<div class="content">
      ${renderMarkdown(text, {
        repository: repository.fullName,
        ref,
        folder: parent,
      })}
    </div>`;
  }
  const lines = text.replace(/\n$/, '').split('\n');
  return html`<div class="scroll">
    <table class="code">
      ${lines.map(
        (line, index) =>
          html`<tr id="L${index + 1}">
            <td><a href="#L${index + 1}">${index + 1}</a></td>
            <td>${line}</td>
          </tr> `,
      )}
    </table>
  </div>`;
}

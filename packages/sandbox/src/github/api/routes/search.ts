import { Request, Response, Router } from 'express';
import { encodePath } from '../../render/encodePath';
import { repositoryJson } from '../../render/repositoryJson';
import { issueJson } from '../../render/issueJson';
import { Services } from '../../Services';
import { Repository } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { pageOf } from '../pageOf';

interface Query {
  words: string[];
  qualifiers: Record<string, string[]>;
}

/** Search by words and by the qualifiers that catalog discovery uses. */
export function searchRoutes(services: Services): Router {
  const router = Router();

  function candidates(req: Request, query: Query): Repository[] {
    const caller = services.authenticate(req);
    const { org = [], user = [], repo = [] } = query.qualifiers;
    const owners = [...org, ...user].map(name => name.toLowerCase());
    return services.repositories
      .list()
      .filter(item => services.access.canSee(caller, item))
      .filter(
        item =>
          owners.length === 0 || owners.includes(item.owner.toLowerCase()),
      )
      .filter(
        item =>
          repo.length === 0 ||
          repo.some(name => name.toLowerCase() === item.fullName.toLowerCase()),
      );
  }

  router.get('/search/repositories', (req, res) => {
    const query = parseQuery(req);
    const caller = services.authenticate(req);
    const { topic = [] } = query.qualifiers;
    const found = candidates(req, query)
      .filter(item => topic.every(name => item.topics.includes(name)))
      .filter(item =>
        query.words.every(word =>
          `${item.name} ${item.description ?? ''}`
            .toLowerCase()
            .includes(word.toLowerCase()),
        ),
      );
    sendResults(
      req,
      res,
      found.map(item => ({
        ...repositoryJson(services, item, caller),
        score: 1,
      })),
    );
  });
  router.get(
    '/search/code',
    asyncRoute(async (req, res) => {
      const query = parseQuery(req);
      const found = [];
      for (const repository of candidates(req, query)) {
        found.push(...(await searchCode(services, repository, query)));
      }
      sendResults(req, res, found);
    }),
  );
  router.get('/search/issues', (req, res) => {
    const query = parseQuery(req);
    const { is = [], state = [], type = [] } = query.qualifiers;
    const kinds = [...is, ...state, ...type];
    const { threads } = services;
    const found = candidates(req, query).flatMap(repository =>
      [
        ...(kinds.includes('issue') ? [] : threads.pulls(repository)),
        ...(kinds.includes('pr') ? [] : threads.issues(repository)),
      ]
        .filter(
          ({ state: now }) =>
            !(kinds.includes('open') && now !== 'open') &&
            !(kinds.includes('closed') && now !== 'closed'),
        )
        .filter(({ title }) =>
          query.words.every(word =>
            title.toLowerCase().includes(word.toLowerCase()),
          ),
        )
        .map(thread => ({
          ...issueJson(services, repository, thread),
          score: 1,
        })),
    );
    sendResults(req, res, found);
  });
  return router;
}

async function searchCode(
  services: Services,
  repository: Repository,
  query: Query,
) {
  const content = services.repositories.content(repository);
  const commit = await content.commit(repository.defaultBranch);
  if (!commit) {
    return [];
  }
  const { filename = [], path = [], extension = [] } = query.qualifiers;
  const entries = (await content.tree(commit, { recursive: true }))!
    .filter(entry => entry.type === 'blob')
    .filter(entry =>
      filename.every(name => entry.path.split('/').at(-1) === name),
    )
    .filter(entry =>
      path.every(folder =>
        folder === '/'
          ? !entry.path.includes('/')
          : entry.path.startsWith(folder.replace(/^\//, '')),
      ),
    )
    .filter(entry => extension.every(end => entry.path.endsWith(`.${end}`)));
  const matching = new Set(
    query.words.length > 0
      ? await grep(services, { repository, commit, words: query.words })
      : entries.map(entry => entry.path),
  );
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const html = `${services.url}/${repository.fullName}/blob/${commit}`;
  return entries
    .filter(entry => matching.has(entry.path))
    .map(entry => ({
      name: entry.path.split('/').at(-1)!,
      path: entry.path,
      sha: entry.sha,
      url: `${self}/contents/${encodePath(entry.path)}?ref=${commit}`,
      git_url: `${self}/git/blobs/${entry.sha}`,
      html_url: `${html}/${encodePath(entry.path)}`,
      repository: repositoryJson(services, repository),
      score: 1,
    }));
}

async function grep(
  services: Services,
  options: { repository: Repository; commit: string; words: string[] },
): Promise<string[]> {
  const { repository, commit, words } = options;
  const { stdout } = await services.repositories
    .content(repository)
    .attempt([
      'grep',
      '-lzFi',
      '--all-match',
      ...words.flatMap(word => ['-e', word]),
      commit,
    ]);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '')
    .map(line => line.slice(commit.length + 1));
}

function parseQuery(req: Request): Query {
  const text = typeof req.query.q === 'string' ? req.query.q.trim() : '';
  if (text === '') {
    throw GitHubError.validation({
      resource: 'Search',
      field: 'q',
      code: 'missing',
    });
  }
  const query: Query = { words: [], qualifiers: {} };
  for (const part of text.match(/"[^"]*"|\S+/g) ?? []) {
    const [, key, value] = /^([a-z]+):(.+)$/.exec(part) ?? [];
    if (key) {
      query.qualifiers[key] = [
        ...(query.qualifiers[key] ?? []),
        value.replace(/"/g, ''),
      ];
    } else {
      query.words.push(part.replace(/"/g, ''));
    }
  }
  return query;
}

function sendResults(req: Request, res: Response, found: object[]) {
  const { start, end } = pageOf(req, res, found.length);
  res.json({
    total_count: found.length,
    incomplete_results: false,
    items: found.slice(start, end),
  });
}

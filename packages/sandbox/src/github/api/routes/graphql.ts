import express, { NextFunction, Request, Response, Router } from 'express';
import { GitRepository, TreeChange } from '../../git/GitRepository';
import { isTreePath } from '../../git/isTreePath';
import { nodeId } from '../../render/nodeId';
import { Services } from '../../Services';
import { JsonObject } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { decodeBase64 } from '../decodeBase64';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';

type Variables = Record<string, unknown>;

/**
 * The three questions that Backstage's actions ask by GraphQL. There is no
 * GraphQL engine: a query is known by what it asks for.
 */
export function graphqlRoutes(services: Services): Router {
  const router = Router();
  router.use(express.json({ limit: '50mb', type: () => true }));
  router.post(
    '/',
    asyncRoute(async (req, res) => {
      services.requireCaller(req);
      const { query, variables = {} } = readBody(req, {
        query: 'string',
        variables: 'object?',
      });
      res.json({ data: await answer(services, { req, query, variables }) });
    }),
  );
  router.use(
    (error: unknown, _req: Request, res: Response, _next: NextFunction) => {
      if (error instanceof GitHubError && error.status === 401) {
        res.status(401).json(error);
        return;
      }
      const message = error instanceof Error ? error.message : String(error);
      res.json({ data: null, errors: [{ message }] });
    },
  );
  return router;
}

async function answer(
  services: Services,
  options: { req: Request; query: string; variables: Variables },
): Promise<JsonObject> {
  const { req, query, variables } = options;
  if (query.includes('createCommitOnBranch')) {
    return commitOnBranch(services, req, variables);
  }
  if (query.includes('associatedPullRequests')) {
    return pullRequestsOf(services, req, variables);
  }
  if (/\bviewer\b/.test(query)) {
    const { account } = services.requireCaller(req);
    return { viewer: { login: account.login } };
  }
  throw new GitHubError(
    200,
    'This GraphQL query is not supported in the sandbox; use the REST API',
  );
}

function place(
  services: Services,
  req: Request,
  options: { owner: string; repo: string; access: 'read' | 'write' },
) {
  const { owner, repo, access } = options;
  req.params.owner = owner;
  req.params.repo = repo;
  return services.repositoryOf(req, { area: 'contents', access });
}

async function pullRequestsOf(
  services: Services,
  req: Request,
  variables: Variables,
): Promise<JsonObject> {
  const { owner, repo, head } = readBody(
    { body: variables },
    { owner: 'string', repo: 'string', head: 'string' },
  );
  const { repository } = place(services, req, { owner, repo, access: 'read' });
  const branch = head.replace(/^refs\/heads\//, '');
  const sha = await services.repositories.head(
    repository,
    `refs/heads/${branch}`,
  );
  const edges = services.threads
    .pulls(repository)
    .filter(pull => pull.head === branch && pull.state === 'open')
    .map(pull => ({
      node: {
        id: nodeId('PullRequest', pull.id),
        number: pull.number,
        url: `${services.url}/${repository.fullName}/pull/${pull.number}`,
      },
    }));
  return {
    repository: { ref: sha ? { associatedPullRequests: { edges } } : null },
  };
}

async function commitOnBranch(
  services: Services,
  req: Request,
  variables: Variables,
): Promise<JsonObject> {
  const { input } = readBody({ body: variables }, { input: 'object' });
  const { branch, message, fileChanges, expectedHeadOid } = readBody(
    { body: input },
    {
      branch: 'object',
      message: 'object',
      fileChanges: 'object',
      expectedHeadOid: 'string',
    },
  );
  const { repositoryNameWithOwner, branchName } = readBody(
    { body: branch },
    { repositoryNameWithOwner: 'string', branchName: 'string' },
  );
  const [owner, repo] = repositoryNameWithOwner.split('/');
  const { repository, caller } = place(services, req, {
    owner,
    repo,
    access: 'write',
  });
  const content = services.repositories.content(repository);
  const ref = `refs/heads/${branchName}`;
  const before = await content.commit(ref);
  const stale = () =>
    new GitHubError(
      200,
      `Expected branch to point to "${expectedHeadOid}" (expectedHeadOid) but it did not. Pull and try again.`,
    );
  if (!before || before !== expectedHeadOid) {
    throw stale();
  }
  const { headline, body } = readBody(
    { body: message },
    { headline: 'string', body: 'string?' },
  );
  const { account } = caller!;
  const date = services.now().toISOString();
  const author = { name: account.name, email: account.email, date };
  const after = await content.writeCommit({
    tree: await content.writeTree(
      before,
      await changesOf(content, fileChanges),
    ),
    parents: [before],
    message: body ? `${headline}\n\n${body}` : headline,
    author,
    committer: author,
  });
  const moved = await services.updates.move({
    repository,
    update: { ref, before, after },
    pusher: account,
  });
  if (moved === 'lost-race') {
    throw stale();
  }
  return { createCommitOnBranch: { commit: { oid: after } } };
}

async function changesOf(
  content: GitRepository,
  fileChanges: Record<string, unknown>,
): Promise<TreeChange[]> {
  const { additions = [], deletions = [] } = readBody(
    { body: fileChanges },
    { additions: 'array?', deletions: 'array?' },
  );
  const changes: TreeChange[] = [];
  for (const deletion of deletions) {
    const { path } = readBody({ body: deletion }, { path: 'string' });
    changes.push({ path, mode: '100644', sha: undefined });
  }
  for (const addition of additions) {
    const { path, contents } = readBody(
      { body: addition },
      { path: 'string', contents: 'string' },
    );
    const sha = await content.writeBlob(decodeBase64(contents));
    changes.push({ path, mode: '100644', sha });
  }
  if (changes.some(({ path }) => !isTreePath(path))) {
    throw new GitHubError(200, 'A path was requested that is not valid.');
  }
  return changes;
}

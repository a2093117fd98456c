import { Request, Response, Router } from 'express';
import { checkRunJson } from '../../render/checkRunJson';
import { repositoryJson } from '../../render/repositoryJson';
import { statusJson } from '../../render/statusJson';
import { Services } from '../../Services';
import { CheckRun, CommitStatus, Repository } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { sendPage } from '../sendPage';

const REPOSITORY = '/repos/:owner/:repo';
const STATES = ['error', 'failure', 'pending', 'success'];

/** What is said about commits: statuses and check runs. */
export function statusRoutes(services: Services): Router {
  const router = Router();

  async function commitOf(req: Request, ref: string) {
    const { repository } = services.repositoryOf(req, {
      area: 'metadata',
      access: 'read',
    });
    const sha = await services.repositories.head(repository, ref);
    if (!sha) {
      throw new GitHubError(422, `No commit found for SHA: ${ref}`);
    }
    return { repository, sha };
  }

  async function combined(req: Request, res: Response) {
    const { repository, sha } = await commitOf(req, req.params[0]);
    const statuses = latest(services.statuses.list(repository, sha));
    const self = `${services.apiUrl}/repos/${repository.fullName}/commits`;
    res.json({
      state: combine(statuses),
      statuses: statuses.map(status =>
        statusJson(services, repository, status),
      ),
      sha,
      total_count: statuses.length,
      repository: repositoryJson(services, repository),
      commit_url: `${self}/${sha}`,
      url: `${self}/${sha}/status`,
    });
  }

  async function list(req: Request, res: Response) {
    const { repository, sha } = await commitOf(req, req.params[0]);
    const items = services.statuses.list(repository, sha);
    const toJson = (item: CommitStatus) =>
      statusJson(services, repository, item);
    await sendPage({ req, res, items, toJson });
  }

  async function create(req: Request, res: Response) {
    const { repository, caller } = services.repositoryOf(req, {
      area: 'statuses',
      access: 'write',
    });
    const body = readBody(req, {
      state: 'string',
      context: 'string?',
      description: 'string?',
      target_url: 'string?',
    });
    if (!STATES.includes(body.state)) {
      throw GitHubError.validation({
        resource: 'Status',
        code: 'custom',
        field: 'state',
        message: 'state is not included in the list',
      });
    }
    const sha = await services.repositories.head(repository, req.params.sha);
    if (!sha) {
      throw new GitHubError(422, `No commit found for SHA: ${req.params.sha}`);
    }
    const status = services.statuses.set(repository, {
      sha,
      state: body.state as CommitStatus['state'],
      context: body.context ?? 'default',
      description: body.description,
      targetUrl: body.target_url,
      creator: caller!.account.login,
    });
    const json = statusJson(services, repository, status);
    res.setHeader('Location', String(json.url));
    res.status(201).json(json);
  }

  async function checks(req: Request, res: Response) {
    const { repository, sha } = await commitOf(req, req.params[0]);
    await sendPage({
      req,
      res,
      items: services.statuses.checkRuns(repository, sha),
      toJson: (run: CheckRun) => checkRunJson(services, repository, run),
      wrap: 'check_runs',
    });
  }

  router.get(`${REPOSITORY}/commits/*/status`, asyncRoute(combined));
  router.get(
    [`${REPOSITORY}/commits/*/statuses`, `${REPOSITORY}/statuses/*`],
    asyncRoute(list),
  );
  router.get(`${REPOSITORY}/commits/*/check-runs`, asyncRoute(checks));
  router.post(`${REPOSITORY}/statuses/:sha`, asyncRoute(create));
  router.get(`${REPOSITORY}/check-runs/:id`, (req, res) => {
    const { repository } = services.repositoryOf(req, {
      area: 'checks',
      access: 'read',
    });
    const id = Number(req.params.id);
    const run = services.statuses.findCheckRun(repository, id);
    if (!run) {
      throw GitHubError.notFound();
    }
    res.json(checkRunJson(services, repository, run));
  });
  checkRunWrites(services, router);
  return router;
}

function checkRunWrites(services: Services, router: Router) {
  const fields = {
    name: 'string?',
    status: 'string?',
    conclusion: 'string?',
    details_url: 'string?',
    started_at: 'string?',
    completed_at: 'string?',
    output: 'object?',
  } as const;
  const changeOf = (req: Request) => {
    const body = readBody(req, fields);
    const output = readBody(
      { body: body.output },
      { title: 'string?', summary: 'string?' },
    );
    const change = {
      name: body.name,
      status: (body.conclusion ? 'completed' : body.status) as
        | CheckRun['status']
        | undefined,
      conclusion: body.conclusion as CheckRun['conclusion'],
      detailsUrl: body.details_url,
      startedAt: body.started_at,
      completedAt: body.completed_at,
      title: output.title,
      summary: output.summary,
    };
    return Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as Partial<CheckRun>;
  };
  const place = (req: Request): Repository =>
    services.repositoryOf(req, { area: 'checks', access: 'write' }).repository;

  router.post(
    `${REPOSITORY}/check-runs`,
    asyncRoute(async (req, res) => {
      const repository = place(req);
      const body = readBody(req, { name: 'string', head_sha: 'string' });
      const sha = await services.repositories.head(repository, body.head_sha);
      if (!sha) {
        throw new GitHubError(422, `No commit found for SHA: ${body.head_sha}`);
      }
      const run = services.statuses.createCheckRun(repository, {
        ...changeOf(req),
        name: body.name,
        sha,
      });
      res.status(201).json(checkRunJson(services, repository, run));
    }),
  );
  router.patch(`${REPOSITORY}/check-runs/:id`, (req, res) => {
    const repository = place(req);
    const id = Number(req.params.id);
    const run = services.statuses.updateCheckRun(repository, id, changeOf(req));
    if (!run) {
      throw GitHubError.notFound();
    }
    res.json(checkRunJson(services, repository, run));
  });
}

function latest(statuses: CommitStatus[]): CommitStatus[] {
  const seen = new Set<string>();
  return statuses.filter(({ context }) => {
    const isNew = !seen.has(context);
    seen.add(context);
    return isNew;
  });
}

function combine(statuses: CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) {
    return 'failure';
  }
  const isDone = statuses.every(({ state }) => state === 'success');
  return statuses.length > 0 && isDone ? 'success' : 'pending';
}

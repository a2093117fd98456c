import { Request, Response, Router } from 'express';
import { protectionJson } from '../../render/protectionJson';
import { Services } from '../../Services';
import { Actors, BranchProtection } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';

const BRANCH = '/repos/:owner/:repo/branches/:branch/protection';

/** Protection of branches. */
export function protectionRoutes(services: Services): Router {
  const router = Router();

  function place(req: Request) {
    const { repository } = services.repositoryOf(req, {
      area: 'administration',
      access: 'admin',
    });
    return { repository, branch: req.params.branch };
  }

  function existing(req: Request) {
    const { repository, branch } = place(req);
    const protection = Object.hasOwn(repository.protections, branch)
      ? repository.protections[branch]
      : undefined;
    if (!protection) {
      throw new GitHubError(404, 'Branch not protected');
    }
    return { repository, branch, protection };
  }

  async function update(req: Request, res: Response) {
    const { repository, branch } = place(req);
    const content = services.repositories.content(repository);
    const branches = await content.refs('refs/heads');
    if (!branches.some(({ ref }) => ref === `refs/heads/${branch}`)) {
      throw new GitHubError(404, 'Branch not found');
    }
    const before = repository.protections[branch];
    const protection = readProtection(req, before);
    repository.protections[branch] = protection;
    services.repositories.save(repository);
    res.json(protectionJson(services, { repository, branch, protection }));
  }

  router.get(BRANCH, (req, res) => {
    res.json(protectionJson(services, existing(req)));
  });
  router.put(BRANCH, asyncRoute(update));
  router.delete(BRANCH, (req, res) => {
    const { repository, branch } = existing(req);
    delete repository.protections[branch];
    services.repositories.save(repository);
    res.status(204).end();
  });
  router.get(`${BRANCH}/required_pull_request_reviews`, (req, res) => {
    const json = protectionJson(services, existing(req));
    if (!json.required_pull_request_reviews) {
      throw new GitHubError(
        404,
        'Pull request reviews are not enabled for this branch.',
      );
    }
    res.json(json.required_pull_request_reviews);
  });
  router
    .route(`${BRANCH}/enforce_admins`)
    .get((req, res) => {
      res.json(protectionJson(services, existing(req)).enforce_admins);
    })
    .post((req, res) => {
      const { repository, branch, protection } = existing(req);
      protection.enforceAdmins = true;
      services.repositories.save(repository);
      const options = { repository, branch, protection };
      res.json(protectionJson(services, options).enforce_admins);
    })
    .delete((req, res) => {
      const { repository, protection } = existing(req);
      protection.enforceAdmins = false;
      services.repositories.save(repository);
      res.status(204).end();
    });
  router.post(`${BRANCH}/required_signatures`, (req, res) => {
    const { repository, branch, protection } = existing(req);
    protection.signatures = true;
    services.repositories.save(repository);
    const options = { repository, branch, protection };
    res.json(protectionJson(services, options).required_signatures);
  });
  return router;
}

function readProtection(
  req: Request,
  before: BranchProtection | undefined,
): BranchProtection {
  const required = [
    'required_status_checks',
    'enforce_admins',
    'required_pull_request_reviews',
    'restrictions',
  ];
  const absent = required.filter(name => req.body?.[name] === undefined);
  if (absent.length > 0) {
    const names = absent.map(name => `"${name}"`).join(', ');
    throw new GitHubError(
      422,
      `Invalid request.\n\n${names} ${
        absent.length === 1 ? "wasn't" : "weren't"
      } supplied.`,
    );
  }
  const body = readBody(req, {
    required_status_checks: 'object?',
    enforce_admins: 'boolean?',
    required_pull_request_reviews: 'object?',
    restrictions: 'object?',
    required_linear_history: 'boolean?',
    allow_force_pushes: 'boolean?',
    allow_deletions: 'boolean?',
    block_creations: 'boolean?',
    required_conversation_resolution: 'boolean?',
  });
  return {
    reviews:
      body.required_pull_request_reviews &&
      readReviews(body.required_pull_request_reviews),
    statusChecks:
      body.required_status_checks && readChecks(body.required_status_checks),
    restrictions: body.restrictions && readActors(body.restrictions),
    enforceAdmins: body.enforce_admins ?? false,
    linearHistory: body.required_linear_history ?? false,
    allowForcePushes: body.allow_force_pushes ?? false,
    allowDeletions: body.allow_deletions ?? false,
    blockCreations: body.block_creations ?? false,
    conversationResolution: body.required_conversation_resolution ?? false,
    signatures: before?.signatures ?? false,
  };
}

function readReviews(fields: Record<string, unknown>) {
  const body = readBody(
    { body: fields },
    {
      required_approving_review_count: 'number?',
      require_code_owner_reviews: 'boolean?',
      dismiss_stale_reviews: 'boolean?',
      require_last_push_approval: 'boolean?',
      bypass_pull_request_allowances: 'object?',
    },
  );
  const count = body.required_approving_review_count ?? 1;
  if (!Number.isInteger(count) || count < 0 || count > 6) {
    throw new GitHubError(
      422,
      `Invalid request.\n\n${count} must be between 0 and 6.`,
    );
  }
  return {
    count,
    codeOwners: body.require_code_owner_reviews ?? false,
    dismissStale: body.dismiss_stale_reviews ?? false,
    lastPush: body.require_last_push_approval ?? false,
    bypass: readActors(body.bypass_pull_request_allowances ?? {}),
  };
}

function readChecks(fields: Record<string, unknown>) {
  const { strict, contexts, checks } = readBody(
    { body: fields },
    { strict: 'boolean?', contexts: 'array?', checks: 'array?' },
  );
  const named = (checks ?? []).map(
    check => readBody({ body: check }, { context: 'string' }).context,
  );
  const all = [...(contexts ?? []).map(String), ...named];
  return { strict: strict ?? false, contexts: [...new Set(all)] };
}

function readActors(fields: Record<string, unknown>): Actors {
  const { users, teams } = readBody(
    { body: fields },
    { users: 'array?', teams: 'array?' },
  );
  return {
    users: (users ?? []).map(String),
    teams: (teams ?? []).map(String),
  };
}

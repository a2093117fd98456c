import { Request, Response, Router } from 'express';
import { repositoryJson } from '../../render/repositoryJson';
import { Services } from '../../Services';
import { isRepositoryName } from '../../stores/isRepositoryName';
import { Account, Caller, Repository, RepositorySettings } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { sendPage } from '../sendPage';

const REPOSITORY = '/repos/:owner/:repo';
const SETTINGS = {
  has_issues: 'boolean?',
  has_projects: 'boolean?',
  has_wiki: 'boolean?',
  allow_merge_commit: 'boolean?',
  allow_squash_merge: 'boolean?',
  allow_rebase_merge: 'boolean?',
  allow_auto_merge: 'boolean?',
  allow_update_branch: 'boolean?',
  delete_branch_on_merge: 'boolean?',
} as const;

/** Making, finding, changing and deleting repositories. */
export function repositoryRoutes(services: Services): Router {
  const router = Router();

  function send(req: Request, res: Response, items: Repository[]) {
    const caller = services.authenticate(req);
    const visible = items.filter(item => services.access.canSee(caller, item));
    const toJson = (item: Repository) => repositoryJson(services, item, caller);
    return sendPage({ req, res, items: visible, toJson });
  }

  function ofOwner(login: string): Repository[] {
    return services.repositories
      .list()
      .filter(item => item.owner.toLowerCase() === login.toLowerCase());
  }

  router.get('/orgs/:org/repos', (req, res, next) => {
    requireOrganisation(services, req.params.org);
    send(req, res, ofOwner(req.params.org)).catch(next);
  });
  router.get('/users/:login/repos', (req, res, next) => {
    send(req, res, ofOwner(req.params.login)).catch(next);
  });
  router.get('/user/repos', (req, res, next) => {
    services.requireCaller(req);
    send(req, res, services.repositories.list()).catch(next);
  });
  router.get('/repositories', (req, res, next) => {
    send(req, res, services.repositories.list()).catch(next);
  });
  router.post(
    '/orgs/:org/repos',
    asyncRoute(async (req, res) => {
      const caller = services.requireCaller(req);
      const owner = requireOrganisation(services, req.params.org);
      if (!services.accounts.isOrganisationMember(caller.account.login)) {
        throw new GitHubError(
          403,
          'You need admin access to the organization before adding a repository to it.',
        );
      }
      await create(services, { req, res, owner, caller });
    }),
  );
  router.post(
    '/user/repos',
    asyncRoute(async (req, res) => {
      const caller = services.requireCaller(req);
      await create(services, { req, res, owner: caller.account, caller });
    }),
  );
  router.get(REPOSITORY, (req, res) => {
    const { repository, caller } = services.repositoryOf(req, {
      area: 'metadata',
      access: 'read',
    });
    res.json(repositoryJson(services, repository, caller));
  });
  router.get('/repositories/:id', (req, res) => {
    const caller = services.authenticate(req);
    const repository = services.repositories
      .list()
      .find(item => String(item.id) === req.params.id);
    if (!repository || !services.access.canSee(caller, repository)) {
      throw GitHubError.notFound();
    }
    res.json(repositoryJson(services, repository, caller));
  });
  router.patch(
    REPOSITORY,
    asyncRoute((req, res) => update(services, req, res)),
  );
  router.delete(REPOSITORY, (req, res) => {
    const { repository, caller } = services.repositoryOf(req, {
      area: 'administration',
      access: 'admin',
    });
    services.repositories.remove(repository);
    services.secrets.drop(repository);
    services.variables.drop(repository);
    services.events.emit('repository', {
      action: 'deleted',
      repository,
      sender: caller!.account,
    });
    res.status(204).end();
  });
  return router;
}

function requireOrganisation(services: Services, login: string): Account {
  const account = services.accounts.find(login);
  if (account?.type !== 'Organization') {
    throw GitHubError.notFound();
  }
  return account;
}

async function create(
  services: Services,
  options: { req: Request; res: Response; owner: Account; caller: Caller },
) {
  const { req, res, owner, caller } = options;
  if (caller.scopes !== 'all') {
    throw new GitHubError(403, 'Resource not accessible by integration');
  }
  const body = readBody(req, {
    name: 'string',
    description: 'string?',
    homepage: 'string?',
    private: 'boolean?',
    visibility: 'string?',
    auto_init: 'boolean?',
    ...SETTINGS,
  });
  const failed = (field: string, code: string, message: string) =>
    new GitHubError(422, 'Repository creation failed.', [
      { resource: 'Repository', code, field, message },
    ]);
  const name = body.name.trim().replace(/[^A-Za-z0-9._-]+/g, '-');
  if (!isRepositoryName(name)) {
    throw body.name.trim() === ''
      ? failed(
          'name',
          'missing_field',
          'name is too short (minimum is 1 character)',
        )
      : failed('name', 'custom', `name ${nameProblem(name)}`);
  }
  if (/[\n\r]/.test(body.description ?? '')) {
    throw failed(
      'description',
      'custom',
      'description control characters are not allowed',
    );
  }
  if (services.repositories.find(owner.login, name)) {
    throw failed('name', 'custom', 'name already exists on this account');
  }
  const repository = await services.repositories.create({
    owner: owner.login,
    name,
    description: body.description,
    homepage: body.homepage,
    private: body.visibility ? body.visibility !== 'public' : body.private,
    settings: settingsOf(body),
    creator: caller.account,
  });
  if (body.auto_init) {
    await addReadme(services, repository, caller.account);
  }
  services.events.emit('repository', {
    action: 'created',
    repository,
    sender: caller.account,
  });
  const json = repositoryJson(services, repository, caller);
  res.setHeader('Location', String(json.url));
  res.status(201).json(json);
}

function nameProblem(name: string): string {
  if (name.length > 100) {
    return 'is too long (maximum is 100 characters)';
  }
  return /\.(git|wiki)$/i.test(name)
    ? `cannot end with "${name.slice(name.lastIndexOf('.'))}"`
    : 'is reserved';
}

async function addReadme(
  services: Services,
  repository: Repository,
  account: Account,
) {
  const content = services.repositories.content(repository);
  const text = `# ${repository.name}\n\n${repository.description ?? ''}`;
  const sha = await content.writeBlob(Buffer.from(`${text.trim()}\n`));
  const tree = await content.writeTree(undefined, [
    { path: 'README.md', mode: '100644', sha },
  ]);
  const date = services.now().toISOString();
  const author = { name: account.name, email: account.email, date };
  const after = await content.writeCommit({
    tree,
    parents: [],
    message: 'Initial commit',
    author,
    committer: author,
  });
  await services.updates.move({
    repository,
    update: {
      ref: `refs/heads/${repository.defaultBranch}`,
      before: '0'.repeat(40),
      after,
    },
    pusher: account,
  });
}

async function update(services: Services, req: Request, res: Response) {
  const { repository, caller } = services.repositoryOf(req, {
    area: 'administration',
    access: 'admin',
  });
  const body = readBody(req, {
    name: 'string?',
    description: 'string?',
    homepage: 'string?',
    private: 'boolean?',
    visibility: 'string?',
    default_branch: 'string?',
    archived: 'boolean?',
    ...SETTINGS,
  });
  const { name, default_branch: branch } = body;
  const renamed = name !== undefined && name !== repository.name;
  if (renamed) {
    const other = services.repositories.find(repository.owner, name);
    const isFree = !other || other === repository;
    if (!isRepositoryName(name) || !isFree) {
      throw new GitHubError(422, 'Validation Failed', [
        {
          resource: 'Repository',
          code: 'custom',
          field: 'name',
          message: isFree
            ? `name ${nameProblem(name)}`
            : 'name already exists on this account',
        },
      ]);
    }
  }
  if (branch !== undefined && branch !== repository.defaultBranch) {
    const content = services.repositories.content(repository);
    const refs = await content.refs('refs/heads');
    if (!refs.some(({ ref }) => ref === `refs/heads/${branch}`)) {
      throw new GitHubError(
        422,
        `The branch ${branch} was not found. Please push that ref first or create it via the Git Data API.`,
      );
    }
    await services.repositories.setDefaultBranch(repository, branch);
  }
  repository.description = body.description ?? repository.description;
  repository.homepage = body.homepage ?? repository.homepage;
  repository.archived = body.archived ?? repository.archived;
  repository.private = body.visibility
    ? body.visibility !== 'public'
    : body.private ?? repository.private;
  Object.assign(repository.settings, settingsOf(body));
  if (renamed) {
    services.repositories.rename(repository, name);
  }
  services.repositories.save(repository);
  services.events.emit('repository', {
    action: 'edited',
    repository,
    sender: caller!.account,
  });
  res.json(repositoryJson(services, repository, caller));
}

function settingsOf(
  body: Partial<Record<keyof RepositorySettings, boolean | undefined>>,
): Partial<RepositorySettings> {
  return Object.fromEntries(
    Object.keys(SETTINGS)
      .map(key => [key, body[key as keyof RepositorySettings]])
      .filter(([, value]) => value !== undefined),
  );
}

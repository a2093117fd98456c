import { Request, Response, Router } from 'express';
import { Services } from '../../Services';
import { Repository } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { sendPage } from '../sendPage';

const KEY_ID = '568250167242549743';
const SINCE = '2026-01-01T00:00:00Z';
const NAME = /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/i;

/** `undefined`: the organisation. */
type Level = (services: Services, req: Request) => Repository | undefined;
type Family = { router: Router; base: string; level: Level };

const repositoryOf: Level = (services, req) =>
  services.repositoryOf(req, { area: 'secrets', access: 'write' }).repository;

const organisationOf: Level = (services, req) => {
  const { account, scopes } = services.requireCaller(req);
  const { organisation } = services.accounts;
  if (req.params.org.toLowerCase() !== organisation.login.toLowerCase()) {
    throw GitHubError.notFound();
  }
  if (
    scopes !== 'all' ||
    !services.accounts.isOrganisationOwner(account.login)
  ) {
    throw new GitHubError(403, 'Must have admin rights to Organization.');
  }
  return undefined;
};

/** Secrets and variables of Actions, of the organisation and of repositories. */
export function secretRoutes(services: Services): Router {
  const router = Router();
  for (const base of [
    '/repos/:owner/:repo/actions',
    '/orgs/:org/actions',
  ] as const) {
    const level = base.startsWith('/repos') ? repositoryOf : organisationOf;
    secrets(services, { router, base, level });
    variables(services, { router, base, level });
  }
  return router;
}

function secrets(services: Services, { router, base, level }: Family) {
  const toJson = (isOfOrganisation: boolean) => (name: string) => ({
    name,
    created_at: SINCE,
    updated_at: SINCE,
    ...(isOfOrganisation && {
      visibility: 'all',
    }),
  });

  router.get(
    `${base}/secrets/public-key`,
    asyncRoute(async (req, res) => {
      level(services, req);
      res.json({ key_id: KEY_ID, key: await services.sealedBox.publicKey() });
    }),
  );
  router.get(`${base}/secrets`, (req, res, next) => {
    const repository = level(services, req);
    const items = services.secrets.names(repository);
    sendPage({
      req,
      res,
      items,
      toJson: toJson(!repository),
      wrap: 'secrets',
    }).catch(next);
  });
  router.get(`${base}/secrets/:name`, (req, res) => {
    const repository = level(services, req);
    const name = req.params.name.toUpperCase();
    if (!services.secrets.names(repository).includes(name)) {
      throw GitHubError.notFound();
    }
    res.json(toJson(!repository)(name));
  });
  router.put(
    `${base}/secrets/:name`,
    asyncRoute((req, res) => writeSecret(services, { req, res, level })),
  );
  router.delete(`${base}/secrets/:name`, (req, res) => {
    const repository = level(services, req);
    services.secrets.remove({ repository, name: req.params.name });
    res.status(204).end();
  });
}

async function writeSecret(
  services: Services,
  options: { req: Request; res: Response; level: Level },
) {
  const { req, res, level } = options;
  const repository = level(services, req);
  const { name } = req.params;
  requireName(name);
  const body = readBody(req, { encrypted_value: 'string', key_id: 'string' });
  const value =
    body.key_id === KEY_ID
      ? await services.sealedBox.open(body.encrypted_value)
      : undefined;
  if (value === undefined) {
    throw new GitHubError(
      422,
      'Invalid request. The value is not encrypted with the public key of this repository or organization.',
    );
  }
  const isNew = !services.secrets
    .names(repository)
    .includes(name.toUpperCase());
  services.secrets.set({ repository, name, value });
  if (isNew) {
    res.status(201).json({});
  } else {
    res.status(204).end();
  }
}

function variables(services: Services, { router, base, level }: Family) {
  const toJson = (repository: Repository | undefined) => (name: string) => ({
    name,
    value: services.variables.own(repository)[name],
    created_at: SINCE,
    updated_at: SINCE,
    ...(!repository && { visibility: 'all' }),
  });
  const requireVariable = (req: Request) => {
    const repository = level(services, req);
    const name = req.params.name.toUpperCase();
    if (!services.variables.names(repository).includes(name)) {
      throw GitHubError.notFound();
    }
    return { repository, name };
  };

  router.get(`${base}/variables`, (req, res, next) => {
    const repository = level(services, req);
    const items = services.variables.names(repository);
    sendPage({
      req,
      res,
      items,
      toJson: toJson(repository),
      wrap: 'variables',
    }).catch(next);
  });
  router.post(`${base}/variables`, (req, res) => {
    const repository = level(services, req);
    const { name, value } = readBody(req, { name: 'string', value: 'string' });
    requireName(name);
    if (services.variables.names(repository).includes(name.toUpperCase())) {
      throw new GitHubError(409, 'Already exists - Variable already exists');
    }
    services.variables.set({ repository, name, value });
    res.status(201).json({});
  });
  router.get(`${base}/variables/:name`, (req, res) => {
    const { repository, name } = requireVariable(req);
    res.json(toJson(repository)(name));
  });
  router.patch(`${base}/variables/:name`, (req, res) => {
    const { repository, name } = requireVariable(req);
    const { value } = readBody(req, { value: 'string?' });
    if (value !== undefined) {
      services.variables.set({ repository, name, value });
    }
    res.status(204).end();
  });
  router.delete(`${base}/variables/:name`, (req, res) => {
    services.variables.remove(requireVariable(req));
    res.status(204).end();
  });
}

function requireName(name: string) {
  if (!NAME.test(name)) {
    throw new GitHubError(
      422,
      'Names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_), and must not start with GITHUB_.',
    );
  }
}

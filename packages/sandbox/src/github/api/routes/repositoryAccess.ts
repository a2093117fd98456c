import { Request, Router } from 'express';
import { accountJson } from '../../render/accountJson';
import { teamJson } from '../../render/teamJson';
import { Services } from '../../Services';
import { Account, JsonObject, Repository, Team } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { roleOfPermission } from '../roleOfPermission';
import { sendPage } from '../sendPage';

const REPOSITORY = '/repos/:owner/:repo';
const RANKS = ['pull', 'triage', 'push', 'maintain', 'admin'] as const;
const ROLE_NAMES: Record<string, string> = { pull: 'read', push: 'write' };
const PERMISSIONS: Record<string, string> = {
  pull: 'read',
  triage: 'read',
  push: 'write',
  maintain: 'write',
  admin: 'admin',
};

/** Who works on a repository, its topics, and how others are told of it. */
export function repositoryAccessRoutes(services: Services): Router {
  const router = Router();
  const { accounts, access } = services;

  const place = (req: Request, level: 'read' | 'admin') =>
    services.repositoryOf(req, {
      area: level === 'read' ? 'metadata' : 'administration',
      access: level,
    });

  function collaboratorJson(
    repository: Repository,
    account: Account,
  ): JsonObject {
    const role = access.roleOf(account.login, repository) ?? 'pull';
    const rank = RANKS.indexOf(role);
    return {
      ...accountJson(services, account),
      permissions: Object.fromEntries(
        RANKS.map((name, index) => [name, index <= rank]),
      ),
      role_name: ROLE_NAMES[role] ?? role,
    };
  }

  router.get(`${REPOSITORY}/collaborators`, (req, res, next) => {
    const { repository } = place(req, 'read');
    services.requireCaller(req);
    const items = accounts
      .list()
      .filter(
        ({ login }) =>
          accounts.isOrganisationMember(login) &&
          access.roleOf(login, repository) !== undefined,
      );
    const toJson = (item: Account) => collaboratorJson(repository, item);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get(`${REPOSITORY}/collaborators/:login`, (req, res) => {
    const { repository } = place(req, 'read');
    const account = accounts.find(req.params.login);
    if (!account || !access.roleOf(account.login, repository)) {
      throw new GitHubError(404, `${req.params.login} is not a user`);
    }
    res.status(204).end();
  });
  router.get(`${REPOSITORY}/collaborators/:login/permission`, (req, res) => {
    const { repository } = place(req, 'read');
    const account = accounts.find(req.params.login);
    if (!account) {
      throw new GitHubError(404, `${req.params.login} is not a user`);
    }
    const role = access.roleOf(account.login, repository);
    res.json({
      permission: role ? PERMISSIONS[role] : 'none',
      role_name: role ? ROLE_NAMES[role] ?? role : 'none',
      user: collaboratorJson(repository, account),
    });
  });
  router.put(`${REPOSITORY}/collaborators/:login`, (req, res) => {
    const { repository } = place(req, 'admin');
    const account = accounts.find(req.params.login);
    if (!account) {
      throw GitHubError.notFound();
    }
    const { permission } = readBody(req, { permission: 'string?' });
    repository.collaborators[account.login] = roleOfPermission(
      permission ?? 'push',
    );
    services.repositories.save(repository);
    res.status(204).end();
  });
  router.delete(`${REPOSITORY}/collaborators/:login`, (req, res) => {
    const { repository } = place(req, 'admin');
    const login = accounts.find(req.params.login)?.login;
    if (login) {
      delete repository.collaborators[login];
      services.repositories.save(repository);
    }
    res.status(204).end();
  });
  router.get(`${REPOSITORY}/assignees`, (req, res, next) => {
    const { repository } = place(req, 'read');
    const items = accounts
      .list()
      .filter(({ login }) => access.hasRole(login, repository, 'push'));
    const toJson = (item: Account) => accountJson(services, item);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get(`${REPOSITORY}/teams`, (req, res, next) => {
    const { repository } = place(req, 'read');
    const items = Object.keys(repository.teams).flatMap(
      slug => accounts.findTeam(slug) ?? [],
    );
    const toJson = (item: Team) => teamJson(services, item, repository);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get(`${REPOSITORY}/topics`, (req, res) => {
    res.json({ names: place(req, 'read').repository.topics });
  });
  router.put(`${REPOSITORY}/topics`, (req, res) => {
    const { repository } = place(req, 'admin');
    const names = readBody(req, { names: 'array' }).names.map(String);
    if (names.some(name => !/^[a-z0-9][a-z0-9-]{0,49}$/.test(name))) {
      throw new GitHubError(422, 'Validation Failed', [
        'Topics must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.',
      ]);
    }
    repository.topics = names;
    services.repositories.save(repository);
    res.json({ names });
  });
  router.get(`${REPOSITORY}/languages`, (req, res) => {
    place(req, 'read');
    res.json({});
  });
  router.get(`${REPOSITORY}/forks`, (req, res) => {
    place(req, 'read');
    res.json([]);
  });
  router.post(`${REPOSITORY}/forks`, req => {
    const { repository } = place(req, 'read');
    services.requireCaller(req);
    const name = repository.fullName;
    throw new GitHubError(403, `Forking is disabled for ${name}`);
  });
  router.put(`${REPOSITORY}/subscription`, (req, res) => {
    const { repository } = place(req, 'read');
    services.requireCaller(req);
    const body = readBody(req, { subscribed: 'boolean?', ignored: 'boolean?' });
    const self = `${services.apiUrl}/repos/${repository.fullName}`;
    res.json({
      subscribed: body.subscribed ?? true,
      ignored: body.ignored ?? false,
      reason: null,
      created_at: repository.createdAt,
      url: `${self}/subscription`,
      repository_url: self,
    });
  });
  router.post(
    `${REPOSITORY}/dispatches`,
    asyncRoute(async (req, res) => {
      const { repository, caller } = services.repositoryOf(req, {
        area: 'contents',
        access: 'write',
      });
      const body = readBody(req, {
        event_type: 'string',
        client_payload: 'object?',
      });
      const payload = (body.client_payload ?? {}) as JsonObject;
      if (Object.keys(payload).length > 10) {
        throw new GitHubError(
          422,
          'No more than 10 properties are allowed; too many were supplied.',
        );
      }
      if (body.event_type === '' || body.event_type.length > 100) {
        throw new GitHubError(
          422,
          'Invalid request.\n\n"event_type" must be 1 to 100 characters long.',
        );
      }
      res.status(204).end();
      services.events.emit('repository_dispatch', {
        repository,
        eventType: body.event_type,
        clientPayload: payload,
        sender: caller!.account,
      });
    }),
  );
  return router;
}

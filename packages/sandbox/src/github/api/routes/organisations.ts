import { Request, Response, Router } from 'express';
import { accountJson } from '../../render/accountJson';
import { organisationJson } from '../../render/organisationJson';
import { repositoryJson } from '../../render/repositoryJson';
import { teamJson } from '../../render/teamJson';
import { Services } from '../../Services';
import { Account, Repository, Team } from '../../types';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { roleOfPermission } from '../roleOfPermission';
import { sendPage } from '../sendPage';

const SINCE = '2026-01-01T00:00:00Z';

/** The organisation, its members and its teams. */
export function organisationRoutes(services: Services): Router {
  const router = Router();
  const { accounts } = services;

  function requireOrganisation(req: Request): Account {
    const account = accounts.find(req.params.org);
    if (account?.type !== 'Organization') {
      throw GitHubError.notFound();
    }
    return account;
  }

  function requireTeam(req: Request): Team {
    requireOrganisation(req);
    const caller = services.requireCaller(req);
    const team = accounts.findTeam(req.params.slug);
    if (!team || !accounts.isOrganisationMember(caller.account.login)) {
      throw GitHubError.notFound();
    }
    return team;
  }

  function members(): Account[] {
    return accounts
      .list()
      .filter(({ login }) => accounts.isOrganisationMember(login));
  }

  function sendAccounts(req: Request, res: Response, items: Account[]) {
    const toJson = (item: Account) => accountJson(services, item);
    return sendPage({ req, res, items, toJson });
  }

  function fullJson() {
    const { login, name } = accounts.organisation;
    return {
      ...organisationJson(services),
      name,
      html_url: `${services.url}/${login}`,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: services.repositories.list().length,
      public_gists: 0,
      followers: 0,
      following: 0,
      type: 'Organization',
      default_repository_permission: 'read',
      created_at: SINCE,
      updated_at: SINCE,
      archived_at: null,
    };
  }

  router.get('/orgs/:org', (req, res) => {
    requireOrganisation(req);
    res.json(fullJson());
  });
  router.get('/orgs/:org/members', (req, res, next) => {
    requireOrganisation(req);
    sendAccounts(req, res, members()).catch(next);
  });
  router.get('/orgs/:org/members/:login', (req, res) => {
    requireOrganisation(req);
    if (!accounts.isOrganisationMember(req.params.login)) {
      throw new GitHubError(
        404,
        'User does not exist or is not a member of the organization',
      );
    }
    res.status(204).end();
  });
  router.get('/orgs/:org/memberships/:login', (req, res) => {
    const organisation = requireOrganisation(req);
    const account = accounts.find(req.params.login);
    if (!account || !accounts.isOrganisationMember(account.login)) {
      throw GitHubError.notFound();
    }
    const self = `${services.apiUrl}/orgs/${organisation.login}`;
    res.json({
      url: `${self}/memberships/${account.login}`,
      state: 'active',
      role: accounts.isOrganisationOwner(account.login) ? 'admin' : 'member',
      organization_url: self,
      organization: organisationJson(services),
      user: accountJson(services, account),
    });
  });
  router.get('/orgs/:org/teams', (req, res, next) => {
    requireOrganisation(req);
    services.requireCaller(req);
    const toJson = (item: Team) => teamJson(services, item);
    sendPage({ req, res, items: accounts.teams(), toJson }).catch(next);
  });
  router.get('/orgs/:org/teams/:slug', (req, res) => {
    const team = requireTeam(req);
    res.json({
      ...teamJson(services, team),
      members_count: team.members.length,
      repos_count: repositoriesOf(services, team).length,
      created_at: SINCE,
      updated_at: SINCE,
      organization: fullJson(),
    });
  });
  router.get('/orgs/:org/teams/:slug/members', (req, res, next) => {
    const { members: logins } = requireTeam(req);
    const items = logins.flatMap(login => accounts.find(login) ?? []);
    sendAccounts(req, res, items).catch(next);
  });
  router.get('/orgs/:org/teams/:slug/memberships/:login', (req, res) => {
    const team = requireTeam(req);
    const login = accounts.find(req.params.login)?.login;
    if (!login || !team.members.includes(login)) {
      throw GitHubError.notFound();
    }
    const self = `${services.apiUrl}${req.path}`;
    res.json({ url: self, role: 'member', state: 'active' });
  });
  router.get('/orgs/:org/teams/:slug/repos', (req, res, next) => {
    const items = repositoriesOf(services, requireTeam(req));
    const caller = services.authenticate(req);
    const toJson = (item: Repository) => repositoryJson(services, item, caller);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get('/orgs/:org/teams/:slug/repos/:owner/:repo', (req, res) => {
    const team = requireTeam(req);
    const { repository } = services.repositoryOf(req, {
      area: 'metadata',
      access: 'read',
    });
    if (!repository.teams[team.slug]) {
      throw GitHubError.notFound();
    }
    res.status(204).end();
  });
  router.put('/orgs/:org/teams/:slug/repos/:owner/:repo', (req, res) => {
    const team = requireTeam(req);
    const { repository } = services.repositoryOf(req, {
      area: 'administration',
      access: 'admin',
    });
    const { permission } = readBody(req, { permission: 'string?' });
    repository.teams[team.slug] = roleOfPermission(permission ?? 'push');
    services.repositories.save(repository);
    res.status(204).end();
  });
  router.delete('/orgs/:org/teams/:slug/repos/:owner/:repo', (req, res) => {
    const team = requireTeam(req);
    const { repository } = services.repositoryOf(req, {
      area: 'administration',
      access: 'admin',
    });
    delete repository.teams[team.slug];
    services.repositories.save(repository);
    res.status(204).end();
  });
  return router;
}

function repositoriesOf(services: Services, team: Team): Repository[] {
  return services.repositories
    .list()
    .filter(repository => repository.teams[team.slug] !== undefined);
}

import { Router } from 'express';
import { accountJson } from '../../render/accountJson';
import { organisationJson } from '../../render/organisationJson';
import { teamJson } from '../../render/teamJson';
import { Services } from '../../Services';
import { Account, JsonObject } from '../../types';
import { GitHubError } from '../GitHubError';
import { sendPage } from '../sendPage';

const SINCE = '2026-01-01T00:00:00Z';

/** People: who is asking, and who there is. */
export function userRoutes(services: Services): Router {
  const router = Router();
  const { accounts } = services;

  function profile(account: Account): JsonObject {
    const own = services.repositories
      .list()
      .filter(repository => repository.owner === account.login);
    return {
      ...accountJson(services, account),
      name: account.name,
      company: null,
      blog: '',
      location: null,
      email: account.email === '' ? null : account.email,
      hireable: null,
      bio: null,
      twitter_username: null,
      public_repos: own.filter(repository => !repository.private).length,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: SINCE,
      updated_at: SINCE,
    };
  }

  router.get('/user', (req, res) => {
    const { account } = services.requireCaller(req);
    res.json({
      ...profile(account),
      private_gists: 0,
      total_private_repos: 0,
      owned_private_repos: 0,
      disk_usage: 0,
      collaborators: 0,
      two_factor_authentication: true,
    });
  });
  router.get('/user/orgs', (req, res, next) => {
    const { account } = services.requireCaller(req);
    const isMember = accounts.isOrganisationMember(account.login);
    const items = isMember ? [accounts.organisation] : [];
    const toJson = () => organisationJson(services);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get('/user/teams', (req, res, next) => {
    const { account } = services.requireCaller(req);
    const items = accounts
      .teams()
      .filter(team => team.members.includes(account.login));
    const toJson = (team: (typeof items)[number]) => ({
      ...teamJson(services, team),
      ...organisationOf(services, team.members.length),
    });
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get('/user/emails', (req, res) => {
    const { email } = services.requireCaller(req).account;
    res.json([{ email, primary: true, verified: true, visibility: 'public' }]);
  });
  router.get('/users', (req, res, next) => {
    const items = accounts.list();
    const toJson = (item: Account) => accountJson(services, item);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.get('/users/:login', (req, res) => {
    const account = accounts.find(req.params.login);
    if (!account) {
      throw GitHubError.notFound();
    }
    res.json(profile(account));
  });
  router.get('/users/:login/orgs', (req, res, next) => {
    const isMember = accounts.isOrganisationMember(req.params.login);
    const items = isMember ? [accounts.organisation] : [];
    const toJson = () => organisationJson(services);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  return router;
}

function organisationOf(services: Services, membersCount: number): JsonObject {
  return {
    members_count: membersCount,
    repos_count: 0,
    created_at: SINCE,
    updated_at: SINCE,
    organization: {
      ...organisationJson(services),
      name: services.accounts.organisation.name,
      html_url: `${services.url}/${services.accounts.organisation.login}`,
      has_organization_projects: true,
      has_repository_projects: true,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      type: 'Organization',
      created_at: SINCE,
      updated_at: SINCE,
      archived_at: null,
    },
  };
}

import { Router } from 'express';
import { Services } from '../../Services';

const LIMIT = 15_000;

/** What the server says about itself. */
export function metaRoutes(services: Services): Router {
  const router = Router();
  const { apiUrl } = services;

  router.get('/', (_req, res) => {
    res.json({
      current_user_url: `${apiUrl}/user`,
      current_user_authorizations_html_url: `${services.url}/settings/connections/applications{/client_id}`,
      authorizations_url: `${apiUrl}/authorizations`,
      code_search_url: `${apiUrl}/search/code?q={query}{&page,per_page,sort,order}`,
      commit_search_url: `${apiUrl}/search/commits?q={query}{&page,per_page,sort,order}`,
      emails_url: `${apiUrl}/user/emails`,
      emojis_url: `${apiUrl}/emojis`,
      events_url: `${apiUrl}/events`,
      feeds_url: `${apiUrl}/feeds`,
      followers_url: `${apiUrl}/user/followers`,
      following_url: `${apiUrl}/user/following{/target}`,
      gists_url: `${apiUrl}/gists{/gist_id}`,
      issue_search_url: `${apiUrl}/search/issues?q={query}{&page,per_page,sort,order}`,
      issues_url: `${apiUrl}/issues`,
      keys_url: `${apiUrl}/user/keys`,
      label_search_url: `${apiUrl}/search/labels?q={query}&repository_id={repository_id}{&page,per_page}`,
      notifications_url: `${apiUrl}/notifications`,
      organization_url: `${apiUrl}/orgs/{org}`,
      organization_repositories_url: `${apiUrl}/orgs/{org}/repos{?type,page,per_page,sort}`,
      organization_teams_url: `${apiUrl}/orgs/{org}/teams`,
      public_gists_url: `${apiUrl}/gists/public`,
      rate_limit_url: `${apiUrl}/rate_limit`,
      repository_url: `${apiUrl}/repos/{owner}/{repo}`,
      repository_search_url: `${apiUrl}/search/repositories?q={query}{&page,per_page,sort,order}`,
      current_user_repositories_url: `${apiUrl}/user/repos{?type,page,per_page,sort}`,
      starred_url: `${apiUrl}/user/starred{/owner}{/repo}`,
      starred_gists_url: `${apiUrl}/gists/starred`,
      user_url: `${apiUrl}/users/{user}`,
      user_organizations_url: `${apiUrl}/user/orgs`,
      user_repositories_url: `${apiUrl}/users/{user}/repos{?type,page,per_page,sort}`,
      user_search_url: `${apiUrl}/search/users?q={query}{&page,per_page,sort,order}`,
    });
  });
  router.get('/meta', (_req, res) => {
    res.json({
      verifiable_password_authentication: false,
      installed_version: '3.19.0',
    });
  });
  router.get('/rate_limit', (_req, res) => {
    const reset = Math.floor(services.now().getTime() / 1000) + 3600;
    const rate = { limit: LIMIT, used: 0, remaining: LIMIT, reset };
    res.json({ resources: { core: rate, search: rate }, rate });
  });
  router.get('/zen', (_req, res) => {
    res.type('text/plain').send('Practicality beats purity.');
  });
  return router;
}

import { Services } from '../Services';
import { JsonObject, Repository, RepositoryRole, Team } from '../types';
import { nodeId } from './nodeId';

const RANKS: RepositoryRole[] = ['pull', 'triage', 'push', 'maintain', 'admin'];

/** A team, with its role in a repository when one is given. */
export function teamJson(
  services: Services,
  team: Team,
  repository?: Repository,
): JsonObject {
  const { apiUrl, url, accounts } = services;
  const organisation = accounts.organisation.login;
  const self = `${apiUrl}/orgs/${organisation}/teams/${team.slug}`;
  const role = repository?.teams[team.slug] ?? 'pull';
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.slug,
    slug: team.slug,
    description: team.description,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: role,
    ...(repository && {
      permissions: Object.fromEntries(
        RANKS.map(rank => [rank, RANKS.indexOf(rank) <= RANKS.indexOf(role)]),
      ),
    }),
    url: self,
    html_url: `${url}/orgs/${organisation}/teams/${team.slug}`,
    members_url: `${self}/members{/member}`,
    repositories_url: `${self}/repos`,
    type: 'organization',
    organization_id: accounts.organisation.id,
    parent: null,
  };
}

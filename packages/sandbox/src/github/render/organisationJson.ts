import { Services } from '../Services';
import { JsonObject } from '../types';
import { nodeId } from './nodeId';

/** The organisation as lists show it. */
export function organisationJson(services: Services): JsonObject {
  const { apiUrl, url, accounts } = services;
  const { login, id } = accounts.organisation;
  const self = `${apiUrl}/orgs/${login}`;
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url: self,
    repos_url: `${self}/repos`,
    events_url: `${self}/events`,
    hooks_url: `${self}/hooks`,
    issues_url: `${self}/issues`,
    members_url: `${self}/members{/member}`,
    public_members_url: `${self}/public_members{/member}`,
    avatar_url: `${url}/avatars/${login}.svg`,
    description: null,
  };
}

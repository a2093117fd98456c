import { Addresses } from '../Services';
import { Account, JsonObject } from '../types';
import { nodeId } from './nodeId';

/** An account as the REST API shows it inside other things. */
export function accountJson(
  { url, apiUrl }: Addresses,
  account: Account,
): JsonObject {
  const login = encodeURIComponent(account.login);
  const self = `${apiUrl}/users/${login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('User', account.id),
    avatar_url: `${url}/avatars/${login}.svg`,
    gravatar_id: '',
    url: self,
    html_url: `${url}/${login}`,
    followers_url: `${self}/followers`,
    following_url: `${self}/following{/other_user}`,
    gists_url: `${self}/gists{/gist_id}`,
    starred_url: `${self}/starred{/owner}{/repo}`,
    subscriptions_url: `${self}/subscriptions`,
    organizations_url: `${self}/orgs`,
    repos_url: `${self}/repos`,
    events_url: `${self}/events{/privacy}`,
    received_events_url: `${self}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: account.siteAdmin,
  };
}

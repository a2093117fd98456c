import { OpenStack } from '../openstack';
import { StateFolder } from '../state/StateFolder';
import { cloudAccess, cloudPassword } from './startCloud';

/** What the `openstack` command line reads from its environment. */
export function openrc(state: StateFolder, { authUrl }: OpenStack): string {
  const { acme, domain, region } = cloudAccess;
  const variables = {
    OS_AUTH_URL: authUrl,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: acme.user,
    OS_USER_DOMAIN_NAME: domain,
    OS_PASSWORD: cloudPassword(state, acme.user),
    OS_PROJECT_NAME: acme.project,
    OS_PROJECT_DOMAIN_NAME: domain,
    OS_REGION_NAME: region,
  };
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${value}\n`)
    .join('');
}

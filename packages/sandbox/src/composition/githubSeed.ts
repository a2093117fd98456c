import { GitHubSeed } from '../github';
import { people } from './people';

export const ORGANISATION = 'acme';
/** Backstage's own account. */
export const BOT = 'slipway-bot';
/** Carries versions from services' workflows to the platform repository. */
export const DEPLOYER = 'deploy-bot';
/** For scripts and tests: may all. */
export const ADMIN = 'sandbox-admin';

const PLATFORM_TEAM = 'platform-team';
// Whose commits reach main without review: both only write what was asked for
// through Backstage or built by a registered repository.
const AUTOMATA = [BOT, 'github-actions[bot]'];

/** Who and what is there when the sandbox's GitHub starts for the first time. */
export function githubSeed(platformFolder: string): GitHubSeed {
  const teams = [...new Set(people.map(person => person.team))];
  return {
    organisation: { login: ORGANISATION, name: 'Acme' },
    accounts: [
      ...people.map(({ login, name }) => account(login, name)),
      { ...account(BOT, 'Slipway'), machine: true },
      { ...account(DEPLOYER, 'Deployments'), machine: true },
      {
        ...account(ADMIN, 'Sandbox administrator'),
        machine: true,
        siteAdmin: true,
      },
    ],
    teams: teams.map(slug => ({
      slug,
      members: people
        .filter(person => person.team === slug)
        .map(person => person.login),
    })),
    repositories: [
      {
        owner: ORGANISATION,
        name: 'platform',
        description: 'What runs where: the desired state of the platform',
        private: true,
        folder: platformFolder,
        teams: Object.fromEntries(
          teams.map(slug => [
            slug,
            slug === PLATFORM_TEAM ? 'maintain' : 'push',
          ]),
        ),
        // GitHub asks for write access to send a repository_dispatch; main is
        // protected against it.
        collaborators: { [DEPLOYER]: 'push', [BOT]: 'push' },
        protection: {
          reviews: {
            count: 1,
            codeOwners: true,
            dismissStale: true,
            lastPush: false,
            bypass: { users: [...AUTOMATA, ADMIN], teams: [PLATFORM_TEAM] },
          },
          // Nobody merges a promotion without its owners, not even by API.
          enforceAdmins: true,
        },
      },
    ],
  };
}

function account(login: string, name: string) {
  return { login, name, email: `${login}@slipway.localhost` };
}

import { people } from './people';

export const ORGANISATION = 'acme';
/** Backstage's own account. */
export const BOT = 'slipway-bot';
/** For scripts and tests: may all. */
export const ADMIN = 'sandbox-admin';

/** Who and what is there when the sandbox's GitHub starts for the first time. */
export function githubSeed(platformFolder: string) {
  const teams = [...new Set(people.map(person => person.team))];
  return {
    organisation: { login: ORGANISATION, name: 'Acme' },
    accounts: [
      ...people.map(({ login, name }) => ({
        login,
        name,
        type: 'User' as const,
      })),
      { login: BOT, name: 'Slipway', type: 'Bot' as const },
      {
        login: ADMIN,
        name: 'Sandbox administrator',
        type: 'Bot' as const,
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
        folder: platformFolder,
      },
    ],
  };
}

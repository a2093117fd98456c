import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** One of the people that the sandbox can sign in. */
export interface SandboxUser {
  name: string;
  displayName: string;
  role: string;
  team: string;
}

/** The seeded people; none outside the sandbox. */
export function readSandboxUsers(config: ConfigApi): SandboxUser[] {
  const users =
    config.getOptionalConfigArray('auth.providers.sandbox.users') ?? [];
  return users.map(user => ({
    name: user.getString('name'),
    displayName: user.getString('displayName'),
    role: user.getString('role'),
    team: user.getString('team'),
  }));
}

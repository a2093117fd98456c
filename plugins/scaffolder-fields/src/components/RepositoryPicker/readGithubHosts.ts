import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** The hosts that configuration has an integration for, in its order. */
export function readGithubHosts(config: ConfigApi): string[] {
  const integrations =
    config.getOptionalConfigArray('integrations.github') ?? [];
  return integrations.map(
    integration => integration.getOptionalString('host') ?? 'github.com',
  );
}

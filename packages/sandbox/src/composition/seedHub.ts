import { GitHub } from '../github';
import { ensureObjects } from './ensureObjects';
import { BOT } from './githubSeed';
import { hubObjects } from './hubObjects';
import { argoCdRegistration, fleetRegistration } from './registrations';
import { Cluster } from './startCluster';

/** Tells the hub of the platform repository and of the other clusters. */
export async function seedHub(options: {
  hub: Cluster;
  members: Cluster[];
  github: GitHub;
  platformUrl: string;
}): Promise<void> {
  const { hub, members, github, platformUrl } = options;
  await ensureObjects(hub.client('slipway-seed'), [
    ...hubObjects({
      url: platformUrl,
      username: BOT,
      token: github.tokens.personal(BOT),
    }),
    ...members
      .map(registrationOf)
      .flatMap(registration => [
        argoCdRegistration(registration),
        fleetRegistration(registration),
      ]),
  ]);
}

function registrationOf(cluster: Cluster) {
  return {
    plan: cluster.plan,
    server: cluster.api.url,
    caPem: cluster.api.caPem,
    managerToken: cluster.token('argocd-manager'),
    readerToken: cluster.token('reader'),
    operatorToken: cluster.token('operator'),
  };
}

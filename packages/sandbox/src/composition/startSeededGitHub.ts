import { GitHub, startGitHub } from '../github';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { backstageUrl } from './backstageEnvironment';
import { DEPLOYER, githubSeed } from './githubSeed';
import { people } from './people';

export interface StartSeededGitHubOptions {
  state: StateFolder;
  ports: Ports;
  /** What the platform repository begins with. */
  platformFolder: string;
  /** Signs what Backstage is told. */
  webhookSecret: string;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** GitHub with the seeded people and the platform repository, whose pushes Backstage hears of. */
export async function startSeededGitHub(
  options: StartSeededGitHubOptions,
): Promise<GitHub> {
  const { state, ports, platformFolder, webhookSecret, signal, log } = options;
  const github = await startGitHub({
    port: ports.github,
    state: state.room('github'),
    seed: githubSeed(platformFolder),
    webhooks: [
      {
        url: `${backstageUrl(ports)}/api/events/http/github`,
        secret: webhookSecret,
      },
    ],
    credentialsFile: state.path('git-credentials'),
    signal,
    log,
  });
  state.writeText(gitCredentials(github), 'git-credentials');
  github.secrets.set({
    name: 'SLIPWAY_DEPLOY_TOKEN',
    value: github.tokens.personal(DEPLOYER),
  });
  return github;
}

// For `git push` without a token in an address: git asks this file. The first
// entry is taken where the address names no user.
function gitCredentials({ tokens, url }: GitHub): string {
  const { host } = new URL(url);
  return people
    .map(({ login }) => `http://${login}:${tokens.personal(login)}@${host}\n`)
    .join('');
}

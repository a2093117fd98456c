import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../../state/StateFolder';
import { startGitHub } from '../startGitHub';
import { GitHub, SeedRepository, StartGitHubOptions } from '../types';

export interface TestGitHub {
  github: GitHub;
  /** A folder that is removed afterwards. */
  temp: string;
  lines: string[];
  /** The same state again, as after a restart. */
  restart(): Promise<GitHub>;
  stop(): Promise<void>;
}

const CODEOWNERS = `* @acme/platform-team
/services/shop/ @acme/storefront
/services/pay/ @acme/payments @acme/storefront
`;

/** A server with the people of the sandbox and a small platform repository. */
export async function startTestGitHub(
  options: {
    repositories?: SeedRepository[];
    webhooks?: StartGitHubOptions['webhooks'];
  } = {},
): Promise<TestGitHub> {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-github-'));
  const folder = path.join(temp, 'platform');
  fs.mkdirSync(path.join(folder, 'services/shop'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'CODEOWNERS'), CODEOWNERS);
  fs.writeFileSync(path.join(folder, 'README.md'), '# Platform\n');
  fs.writeFileSync(path.join(folder, 'services/shop/service.yaml'), 'a: 1\n');
  const state = StateFolder.open(path.join(temp, 'state'));
  const lines: string[] = [];
  let controller = new AbortController();

  const start = (port: number) => {
    controller = new AbortController();
    return startGitHub({
      port,
      state,
      signal: controller.signal,
      log: line => lines.push(line),
      webhooks: options.webhooks,
      credentialsFile: '/home/dev/.sandbox/credentials',
      seed: {
        organisation: { login: 'acme', name: 'Acme' },
        accounts: [
          person('developer'),
          person('payments-developer'),
          person('platform-engineer'),
          { ...person('slipway-bot'), machine: true },
          { ...person('sandbox-admin'), machine: true, siteAdmin: true },
        ],
        teams: [
          { slug: 'platform-team', members: ['platform-engineer'] },
          { slug: 'storefront', members: ['developer'] },
          { slug: 'payments', members: ['payments-developer'] },
        ],
        repositories: [
          {
            owner: 'acme',
            name: 'platform',
            folder,
            collaborators: { 'slipway-bot': 'push' },
            teams: {
              'platform-team': 'push',
              storefront: 'push',
              payments: 'push',
            },
            protection: {
              reviews: {
                count: 1,
                codeOwners: true,
                dismissStale: true,
                lastPush: false,
                bypass: { users: ['slipway-bot'], teams: ['platform-team'] },
              },
            },
          },
          ...(options.repositories ?? []),
        ],
      },
    });
  };
  const test: TestGitHub = {
    github: await start(0),
    temp,
    lines,
    async restart() {
      const { port } = test.github;
      await test.github.stop();
      test.github = await start(port);
      return test.github;
    },
    async stop() {
      await test.github.stop();
      controller.abort();
      fs.rmSync(temp, { recursive: true, force: true });
    },
  };
  return test;
}

function person(login: string) {
  return { login, name: `The ${login}`, email: `${login}@acme.localhost` };
}

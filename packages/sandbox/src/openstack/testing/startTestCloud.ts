import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../../state/StateFolder';
import { startOpenStack } from '../startOpenStack';
import { OpenStack, Speed } from '../types';
import { Answer, CloudClient } from './CloudClient';
import { FakeBackend } from './FakeBackend';

export interface TestCloud {
  openstack: OpenStack;
  backend: FakeBackend;
  /** Where its state is. */
  folder: string;
  /** Logged in as `slipway`, a member of `acme`. */
  slipway: CloudClient;
  /** Logged in as someone else. */
  as(user: string, project?: string): Promise<CloudClient>;
  /** Asks again until the answer is as wanted. */
  until(
    ask: () => Promise<Answer>,
    isWanted: (answer: Answer) => boolean,
  ): Promise<Answer>;
  /** Moves the cloud's clock. */
  pass(seconds: number): void;
  /** The same state again, as after a restart. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const FAST: Speed = {
  visibleAfterMs: 0,
  buildMs: 0,
  updateMs: 0,
  deleteMs: 0,
  healthMs: 100,
  tokenSeconds: 3600,
};

export const PASSWORD = 'a password for tests';

/** A cloud whose clusters are not real and ready at once. */
export async function startTestCloud(
  speed: Partial<Speed> = {},
): Promise<TestCloud> {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-openstack-'));
  const state = StateFolder.open(temp);
  const backend = new FakeBackend();
  const controller = new AbortController();
  let offsetMs = 0;
  const start = (port: number) =>
    startOpenStack({
      port,
      state,
      projects: [{ name: 'admin' }, { name: 'acme' }, { name: 'museum' }],
      users: [
        user('slipway', { acme: ['member'] }),
        user('colleague', { acme: ['member'] }),
        user('reader', { acme: ['reader'] }),
        user('stranger', { museum: ['member'] }),
        user('admin', { admin: ['admin'], acme: ['admin'] }),
      ],
      regionName: 'RegionOne',
      clusters: backend,
      speed: { ...FAST, ...speed },
      now: () => new Date(Date.now() + offsetMs),
      signal: controller.signal,
      log: () => {},
    });
  const test: TestCloud = {
    openstack: await start(0),
    backend,
    folder: temp,
    as: (name: string, project = 'acme') =>
      CloudClient.login(test.openstack.url, {
        name,
        password: PASSWORD,
        project,
      }),
    pass(seconds: number) {
      offsetMs += seconds * 1000;
    },
    async until(
      ask: () => Promise<Answer>,
      isWanted: (answer: Answer) => boolean,
    ) {
      for (;;) {
        const answer = await ask();
        if (isWanted(answer)) {
          return answer;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    async restart() {
      const { port } = test.openstack;
      await test.openstack.stop();
      test.openstack = await start(port);
    },
    async stop() {
      await test.openstack.stop();
      controller.abort();
      fs.rmSync(temp, { recursive: true, force: true });
    },
    slipway: undefined as never,
  };
  test.slipway = await test.as('slipway');
  return test;
}

function user(
  name: string,
  roles: Record<string, ('admin' | 'member' | 'reader')[]>,
) {
  return { name, password: PASSWORD, roles };
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StateFolder } from '../../state/StateFolder';
import { startOpenStack } from '../startOpenStack';
import { FakeBackend } from '../testing/FakeBackend';

/** Somebody in a project of a cloud. */
interface Login {
  user: string;
  password: string;
  project: string;
}

/** What a file that describes a cloud to try has in it. */
export interface Access extends Login {
  authUrl: string;
  region: string;
  admin?: Login;
}

const MEMBER: Login = {
  user: 'contract',
  password: 'of the contract',
  project: 'contract',
};

const ADMIN: Login = {
  user: 'contract-admin',
  password: 'of its administrator',
  project: 'admin',
};

/** A fresh cloud of the sandbox whose clusters are nothing but records. */
export async function startContractCloud(): Promise<{
  access: Access;
  stop: () => Promise<void>;
}> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'openstack-contract-'));
  const controller = new AbortController();
  const region = 'RegionOne';
  const openstack = await startOpenStack({
    port: 0,
    state: StateFolder.open(root),
    projects: [{ name: ADMIN.project }, { name: MEMBER.project }],
    users: [
      {
        name: MEMBER.user,
        password: MEMBER.password,
        roles: { [MEMBER.project]: ['member'] },
      },
      {
        name: ADMIN.user,
        password: ADMIN.password,
        roles: { [ADMIN.project]: ['admin'] },
      },
    ],
    regionName: region,
    clusters: new FakeBackend(),
    speed: { buildMs: 500, updateMs: 1500, deleteMs: 500 },
    now: () => new Date(),
    signal: controller.signal,
    log: () => {},
  });
  return {
    access: { ...MEMBER, authUrl: openstack.authUrl, region, admin: ADMIN },
    async stop() {
      await openstack.stop();
      controller.abort();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}

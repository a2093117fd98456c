import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startService } from '../startService.mjs';
import { StepError } from '../steps.mjs';

/**
 * The sandbox's cloud alone, for what does not know the sandbox: that gets a
 * file with the access to it. `stop()` leaves nothing of it.
 */
export async function startContractOpenStack({ env, node }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-contract-'));
  const file = path.join(folder, 'openstack.json');
  const service = startService({
    title: "The sandbox's OpenStack",
    node,
    args: ['packages/sandbox/src/openstack/contract/main.ts'],
    // What it keeps while it runs goes with the folder.
    env: { ...env, TMPDIR: folder },
    logFile: path.join(folder, 'openstack.log'),
    children: [],
  });
  const stop = async () => {
    await service.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const ready = new Promise((resolve, reject) => {
    service.onMessage(message => {
      if (message.error) {
        reject(new StepError(message.error));
      } else if (message.ready) {
        resolve(message.ready);
      }
    });
  });
  try {
    const access = await service.until(ready);
    fs.writeFileSync(file, JSON.stringify(access), { mode: 0o600 });
    return { env: { SLIPWAY_LAB_OPENSTACK: file }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

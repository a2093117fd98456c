import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSandbox } from './startSandbox.mjs';

/**
 * A sandbox for the contract tests of the plugins, which do not know it: they
 * get the kubeconfig of its hub. `stop()` leaves nothing of it.
 */
export async function startContractSandbox({ env, node }) {
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-contract-'));
  const children = [];
  const stop = async () => {
    await Promise.all(children.map(child => child.stop()));
    fs.rmSync(state, { recursive: true, force: true });
  };
  try {
    const { endpoints } = await startSandbox({ env, node, children, state });
    const [{ kubeconfig }] = endpoints.clusters;
    return { env: { SLIPWAY_CONTRACT_KUBECONFIG: kubeconfig }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** What `.sandbox/endpoints.json` says. */
export interface Endpoints {
  backstage: { url: string; api: string; token: string };
  github: { api: string; web: string; token: string };
  clusters: { name: string; server: string; kubeconfig: string }[];
  proxy: { http: number; https: number; caFile: string };
}

/** The whole product, started as a user would, in a folder of its own. */
export interface Platform {
  endpoints: Endpoints;
  /** `.sandbox/` of this platform. */
  state: string;
  /** What `npm start` printed. */
  output(): string;
  stop(): Promise<void>;
}

/** Runs `npm start` with its state in a temporary folder, until all is up. */
export async function startPlatform(): Promise<Platform> {
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-e2e-'));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, SLIPWAY_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number>(resolve => {
    child.on('close', code => resolve(code ?? 1));
  });
  const ready = new Promise<void>(resolve => {
    const take = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Ready after')) {
        resolve();
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  await Promise.race([
    ready,
    exited.then(code => {
      throw new Error(`npm start ended with code ${code}:\n${output}`);
    }),
  ]);
  return {
    endpoints: JSON.parse(
      fs.readFileSync(path.join(state, 'endpoints.json'), 'utf8'),
    ),
    state,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      fs.rmSync(state, { recursive: true, force: true });
    },
  };
}

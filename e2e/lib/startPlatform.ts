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
  /** Ends it; its state goes too. */
  stop(): Promise<void>;
  /** Sends a signal to the starter and waits for its end; the state stays. */
  end(signal: NodeJS.Signals): Promise<number>;
}

/** Runs `npm start` until all is up, by default with a state folder of its own. */
export async function startPlatform(
  state: string = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-e2e-')),
): Promise<Platform> {
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
    async end(signal) {
      child.kill(signal);
      return exited;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      fs.rmSync(state, { recursive: true, force: true });
    },
  };
}

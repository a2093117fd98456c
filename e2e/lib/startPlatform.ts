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
  /** Starts Backstage anew while the sandbox goes on; only where it was started in parts. */
  restartBackstage(): Promise<void>;
}

export interface StartPlatformOptions {
  /** The state folder. @default one of its own */
  state?: string;
  /** Whether Backstage can be started anew alone. @default false */
  inParts?: boolean;
}

const READY = 'Ready after';

/** Runs `npm start` until all is up. */
export async function startPlatform(
  options: StartPlatformOptions = {},
): Promise<Platform> {
  const {
    state = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-e2e-')),
    inParts = false,
  } = options;
  const starter = inParts ? 'e2e/lib/startInParts.mjs' : 'scripts/start.mjs';
  const child = spawn(process.execPath, [starter], {
    cwd: root,
    env: { ...process.env, SLIPWAY_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number>(resolve => {
    child.on('close', code => resolve(code ?? 1));
  });
  let ready = () => {};
  const take = (chunk: Buffer) => {
    output += chunk;
    if (String(chunk).includes(READY)) {
      ready();
    }
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const untilReady = () =>
    Promise.race([
      new Promise<void>(resolve => {
        ready = resolve;
      }),
      exited.then(code => {
        throw new Error(`${starter} ended with code ${code}:\n${output}`);
      }),
    ]);
  await untilReady();
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
    async restartBackstage() {
      const started = untilReady();
      child.kill('SIGUSR2');
      await started;
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      fs.rmSync(state, { recursive: true, force: true });
    },
  };
}

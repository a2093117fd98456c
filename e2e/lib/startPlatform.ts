import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** What `.sandbox/endpoints.json` says. */
export interface Endpoints {
  backstage: { url: string; api: string; token: string };
  github: { api: string; web: string; token: string };
  clusters: { name: string; server: string; kubeconfig: string }[];
  openstack: {
    authUrl: string;
    username: string;
    password: string;
    project: string;
  };
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
  /** Ends Backstage as a power cut would; only where it was started in parts. */
  killBackstage(): Promise<void>;
  /** Starts Backstage again after it was killed. */
  startBackstage(environment?: Record<string, string>): Promise<void>;
}

export interface StartPlatformOptions {
  /** The state folder. @default one of its own */
  state?: string;
  /** Whether Backstage can be started anew alone. @default false */
  inParts?: boolean;
  /** For all of it, in addition to ours. */
  environment?: Record<string, string>;
}

const READY = 'Ready after';

/** Runs `npm start` until all is up. */
export async function startPlatform(
  options: StartPlatformOptions = {},
): Promise<Platform> {
  const {
    state = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-e2e-')),
    inParts = false,
    environment = {},
  } = options;
  const starter = inParts ? 'e2e/lib/startInParts.mjs' : 'scripts/start.mjs';
  const child = spawn(process.execPath, [starter], {
    cwd: root,
    env: { ...process.env, ...environment, SLIPWAY_STATE: state },
    stdio: ['ignore', 'pipe', 'pipe', ...(inParts ? (['ipc'] as const) : [])],
  });
  let output = '';
  const exited = new Promise<number>(resolve => {
    child.on('close', code => resolve(code ?? 1));
  });
  const take = (chunk: Buffer) => {
    output += chunk;
    if (String(chunk).includes(READY)) {
      child.emit('message', { done: READY });
    }
  };
  child.stdout!.on('data', take);
  child.stderr!.on('data', take);
  const untilDone = () =>
    Promise.race([
      once(child, 'message'),
      exited.then(code => {
        throw new Error(`${starter} ended with code ${code}:\n${output}`);
      }),
    ]);
  const tell = async (message: { order: string; environment?: object }) => {
    const done = untilDone();
    child.send(message);
    await done;
  };
  await untilDone();
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
      await tell({ order: 'stop' });
      await tell({ order: 'start' });
    },
    killBackstage: () => tell({ order: 'kill' }),
    startBackstage: (more = {}) => tell({ order: 'start', environment: more }),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      fs.rmSync(state, { recursive: true, force: true });
    },
  };
}

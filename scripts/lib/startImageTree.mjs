import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildImageTree } from './buildImageTree.mjs';
import { root } from './paths.mjs';
import { StepError } from './steps.mjs';

const READY_MS = 120_000;
const STOP_MS = 10_000;
const TOKEN = 'only-for-this-test';

/**
 * Starts what the production image would hold, by the production configuration
 * with a database in memory, until it serves the frontend and the template;
 * then ends it within the time that Docker gives.
 */
export async function startImageTree({ tools }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-image-'));
  try {
    const [program, ...args] = await buildImageTree({ tools, folder });
    await tryBackend({ tools, folder, program, args });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  return { passed: 1, failed: 0 };
}

async function tryBackend({ tools, folder, program, args }) {
  const extra = path.join(folder, 'memory.yaml');
  fs.writeFileSync(extra, JSON.stringify(memoryConfig()));
  const port = await freePort();
  const log = fs.openSync(tools.logFile, 'a', 0o600);
  const child = spawn(program, [...args, '--config', extra], {
    cwd: folder,
    env: { ...tools.env, ...environmentFor(port) },
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const exited = new Promise(resolve => {
    child.on('exit', resolve).on('error', resolve);
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    await Promise.race([
      untilReady(url),
      exited.then(() => {
        throw new StepError('The backend of the image ended by itself.');
      }),
    ]);
    child.kill('SIGTERM');
    const left = await Promise.race([exited, delay(STOP_MS, 'left')]);
    if (left === 'left') {
      throw new StepError('The backend of the image does not end in time.');
    }
  } finally {
    child.kill('SIGKILL');
  }
}

async function untilReady(url) {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (await isReady(url).catch(() => false)) {
      return;
    }
    await delay(200);
  }
  throw new StepError('The backend of the image does not become ready.');
}

async function isReady(url) {
  const page = await fetch(url);
  const template = await fetch(
    `${url}/api/catalog/entities/by-name/template/default/web-service`,
    { headers: { authorization: `Bearer ${TOKEN}` } },
  );
  return page.ok && template.ok;
}

function memoryConfig() {
  return {
    backend: {
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'test' } },
        ],
      },
      database: {
        client: 'better-sqlite3',
        connection: ':memory:',
        pluginDivisionMode: 'database',
      },
    },
  };
}

/** Something for each variable that the configuration requires. */
function environmentFor(port) {
  const config = fs.readFileSync(
    path.join(root, 'app-config.production.yaml'),
    'utf8',
  );
  const required = config.matchAll(/^[^#\n]*\$\{([A-Z_]+)\}/gm);
  return {
    ...Object.fromEntries([...required].map(([, name]) => [name, 'unset'])),
    NODE_ENV: 'production',
    BASE_URL: `http://localhost:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    PLATFORM_REPOSITORY_URL: 'https://github.invalid/acme/platform',
    CATALOG_ORG_URL: 'https://github.invalid/acme/platform/org.yaml',
    HUB_URL: 'https://hub.invalid',
  };
}

async function freePort() {
  const server = net.createServer();
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root, stateFolder } from './paths.mjs';
import { startService } from './startService.mjs';
import { StepError } from './steps.mjs';

const READY_MS = 180_000;

/** Starts the Backstage backend, which serves the frontend too. */
export async function startBackstage({ env, node, sandbox, children }) {
  const { backstage } = sandbox.endpoints;
  const work = path.join(stateFolder, 'work');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { mode: 0o700 });
  const service = startService({
    title: 'Backstage',
    node,
    args: [
      'packages/backend/src/index.ts',
      '--config',
      path.join(root, 'app-config.yaml'),
    ],
    env: { ...env, ...sandbox.backstageEnvironment, NODE_ENV: 'production' },
    logFile: path.join(stateFolder, 'logs', 'backstage.log'),
    children,
  });
  await service.until(untilReady(backstage.url, sandbox.people[0]));
  writeEndpoints(sandbox.endpoints);
  return { welcome: elapsed => welcome(sandbox, elapsed) };
}

async function untilReady(url, person) {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (await isUsable(url, person).catch(() => false)) {
      return;
    }
    await delay(200);
  }
  throw new StepError('Backstage does not become ready.');
}

// Ready is when a person can do the first thing: sign in and find the template,
// both of which the catalog reads some seconds after the backend is up.
async function isUsable(url, person) {
  const page = await fetch(url);
  const signIn = await fetch(`${url}/api/auth/sandbox/refresh`, {
    headers: { 'x-slipway-sandbox-user': person.login },
  });
  if (!page.ok || !signIn.ok) {
    return false;
  }
  const { backstageIdentity } = await signIn.json();
  const template = await fetch(
    `${url}/api/catalog/entities/by-name/template/default/web-service`,
    { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
  );
  return template.ok;
}

// Written last: whoever sees this file may use everything in it.
function writeEndpoints(endpoints) {
  const file = path.join(stateFolder, 'endpoints.json');
  const draft = `${file}.draft`;
  fs.writeFileSync(draft, `${JSON.stringify(endpoints, null, 2)}\n`, {
    mode: 0o600,
  });
  fs.renameSync(draft, file);
}

function welcome({ endpoints, people, trust }, elapsed) {
  const { backstage, github, proxy } = endpoints;
  const names = people.map(
    ({ name, login, role }) =>
      `    ${name.padEnd(16)} ${login.padEnd(19)} ${role}`,
  );
  return `
Ready after ${elapsed}. Ctrl-C ends it; the state stays in ${path.relative(
    process.cwd(),
    stateFolder,
  )}.

  Backstage   ${backstage.url}
  GitHub      ${github.web}
  Services    http://<service>-<environment>.dev-1.localhost:${proxy.http}
              https on port ${proxy.https}; ${trust}

  Sign in as one of these (no password):
${names.join('\n')}

  Try first: sign in as Dana, choose Create, then "Web service", name it
  hello, and follow the task. Then clone the repository, change the greeting in
  src/, and push.

  What you push runs as you, on this machine: on 127.0.0.1 only, and with
  folders of its own. Push nothing that you would not run yourself.`;
}

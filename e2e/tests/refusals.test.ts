import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { BackstageApi, type TaskResult } from '../lib/BackstageApi.ts';
import { eventually } from '../lib/eventually.ts';
import { git } from '../lib/git.ts';
import { requestService } from '../lib/requestService.ts';
import { runSandboxCommand } from '../lib/runSandboxCommand.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';

let platform: Platform;
let developer: BackstageApi;

before(async () => {
  platform = await startPlatform();
  developer = await BackstageApi.signIn(platform.endpoints, 'developer');
});

after(async () => {
  await platform?.stop();
});

const values = (name: string, owner = 'storefront') => ({
  name,
  owner: `group:default/${owner}`,
  description: 'Says hello',
  runtime: 'node',
  repoUrl: `${
    new URL(platform.endpoints.github.web).host
  }?owner=acme&repo=${name}`,
});

async function create(
  name: string,
  options: { api?: BackstageApi; owner?: string } = {},
): Promise<TaskResult> {
  const { api = developer, owner } = options;
  return api.waitForTask(
    await api.startTemplate('web-service', values(name, owner)),
  );
}

const githubStatus = async (route: string) => {
  const { api, token } = platform.endpoints.github;
  const response = await fetch(`${api}/${route}`, {
    headers: { authorization: `token ${token}` },
  });
  return response.status;
};

async function clone(name: string): Promise<string> {
  const { github } = platform.endpoints;
  const folder = fs.mkdtempSync(path.join(platform.state, 'clone-'));
  await git(
    folder,
    ['clone', '--quiet', `${github.web}/acme/${name}.git`, '.'],
    github.token,
  );
  return folder;
}

async function commitAndPush(folder: string, message: string) {
  await git(folder, ['add', '--all']);
  await git(folder, ['commit', '--quiet', '-m', message]);
  await git(folder, ['push', '--quiet'], platform.endpoints.github.token);
}

/** The newest workflow run of a repository, once it has ended. */
async function endedRun(repository: string, event: string) {
  const { api, token } = platform.endpoints.github;
  return eventually(async () => {
    const response = await fetch(
      `${api}/repos/acme/${repository}/actions/runs?event=${event}`,
      { headers: { authorization: `token ${token}` } },
    );
    const { workflow_runs: runs } = await response.json();
    assert.equal(runs[0]?.status, 'completed');
    return runs[0] as { conclusion: string; html_url: string; id: number };
  });
}

async function runLog(repository: string, runId: number): Promise<string> {
  const { api, token } = platform.endpoints.github;
  const headers = { authorization: `token ${token}` };
  const { jobs } = await (
    await fetch(`${api}/repos/acme/${repository}/actions/runs/${runId}/jobs`, {
      headers,
    })
  ).json();
  const log = await fetch(
    `${api}/repos/acme/${repository}/actions/jobs/${jobs[0].id}/logs`,
    { headers },
  );
  return log.text();
}

test('a name that is no name makes nothing', async () => {
  await assert.rejects(
    developer.startTemplate('web-service', values('Not A Name')),
    /pattern/,
  );
  assert.equal(await githubStatus('repos/acme/Not%20A%20Name'), 404);
});

test('nobody creates for a team that is not theirs', async () => {
  const { status, log } = await create('stolen', { owner: 'payments' });
  assert.equal(status, 'failed');
  assert.match(log, /payments/);
  assert.equal(await githubStatus('repos/acme/stolen'), 404);
});

test('a service, and the same form once more changes nothing', async () => {
  const first = await create('twice');
  assert.equal(first.status, 'completed', first.log);
  const second = await create('twice');
  assert.equal(second.status, 'completed', second.log);
  assert.match(second.log, /nothing to change|unchanged|as it should/i);
});

test('a name that another team has is refused before anything is made', async () => {
  const payments = await BackstageApi.signIn(
    platform.endpoints,
    'payments-developer',
  );
  const { status, log } = await create('twice', {
    api: payments,
    owner: 'payments',
  });
  assert.equal(status, 'failed');
  assert.match(log, /twice.*(taken|belongs|owned|exists)/i);
});

test('a push with a wrong token is refused in words', async () => {
  const folder = await clone('twice');
  fs.writeFileSync(path.join(folder, 'NOTE'), 'x');
  await git(folder, ['add', '--all']);
  await git(folder, ['commit', '--quiet', '-m', 'Note']);
  await assert.rejects(
    git(folder, ['push', '--quiet'], 'wrong'),
    /Authentication failed|invalid|denied/i,
  );
});

test('broken YAML in deploy/ fails the deploy run and leaves the old version', async () => {
  const folder = await clone('twice');
  fs.writeFileSync(path.join(folder, 'deploy/service.yaml'), 'kind: [\n');
  await commitAndPush(folder, 'Break the manifests');
  await eventually(async () => {
    const run = await endedRun('twice', 'push');
    assert.equal(run.conclusion, 'failure');
    assert.match(await runLog('twice', run.id), /service\.yaml/);
  });
  const { body } = await requestService(
    'twice-dev.dev-1.localhost',
    platform.endpoints.proxy.http,
  );
  assert.equal(body, 'Hello from twice\n');
  await git(folder, ['revert', '--no-edit', 'HEAD']);
  await git(folder, ['push', '--quiet'], platform.endpoints.github.token);
});

test('a repository without deploy/ says so', async () => {
  const folder = await clone('twice');
  fs.rmSync(path.join(folder, 'deploy'), { recursive: true });
  await commitAndPush(folder, 'Lose the manifests');
  await eventually(async () => {
    const run = await endedRun('twice', 'push');
    assert.equal(run.conclusion, 'failure');
    assert.match(await runLog('twice', run.id), /deploy\//);
  });
  await git(folder, ['revert', '--no-edit', 'HEAD']);
  await git(folder, ['push', '--quiet'], platform.endpoints.github.token);
});

test('a Dockerfile that the sandbox cannot run fails the build step', async () => {
  const folder = await clone('twice');
  fs.writeFileSync(
    path.join(folder, 'Dockerfile'),
    'FROM python:3\nCMD ["python", "app.py"]\n',
  );
  await commitAndPush(folder, 'Be another language');
  await eventually(async () => {
    const run = await endedRun('twice', 'push');
    assert.equal(run.conclusion, 'failure');
    assert.match(await runLog('twice', run.id), /python/);
  });
  await git(folder, ['revert', '--no-edit', 'HEAD']);
  await git(folder, ['push', '--quiet'], platform.endpoints.github.token);
});

test('a service that crashes at start leaves the old version answering', async () => {
  const folder = await clone('twice');
  const server = path.join(folder, 'src/server.js');
  const code = fs.readFileSync(server, 'utf8');
  fs.writeFileSync(
    server,
    `if (!process.env.CI) throw new Error('no database');\n${code}`,
  );
  await commitAndPush(folder, 'Crash');
  const [, dev1] = platform.endpoints.clusters;
  await eventually(async () => {
    const pods = await runSandboxCommand(platform, 'kubectl', [
      ...['--kubeconfig', dev1.kubeconfig],
      ...['get', 'pods', '--namespace', 'twice-dev'],
    ]);
    assert.match(pods, /CrashLoopBackOff|Error/);
  });
  const { status } = await requestService(
    'twice-dev.dev-1.localhost',
    platform.endpoints.proxy.http,
  );
  assert.equal(status, 200);
});

test('two tasks for one name at once end in one service', async () => {
  const results = await Promise.all([create('both'), create('both')]);
  const done = results.filter(({ status }) => status === 'completed');
  assert.ok(done.length >= 1, results.map(({ log }) => log).join('\n\n'));
  const { body } = await requestService(
    'both-dev.dev-1.localhost',
    platform.endpoints.proxy.http,
  );
  assert.equal(body, 'Hello from both\n');
});

test('a cancelled task stops, and creating again finishes it', async () => {
  const id = await developer.startTemplate('web-service', values('halted'));
  await eventually(async () => {
    const { log } = await developer.readTask(id);
    assert.match(log, /Wait for the first build|Wait until it answers/);
  });
  await developer.cancelTask(id);
  const { status } = await developer.waitForTask(id);
  assert.notEqual(status, 'completed');
  const again = await create('halted');
  assert.equal(again.status, 'completed', again.log);
});

test('the hub goes away in the middle, and a retry finishes the task', async () => {
  const id = await developer.startTemplate('web-service', values('patient'));
  await eventually(async () => {
    const { log } = await developer.readTask(id);
    assert.match(log, /Create the repository/);
  });
  await runSandboxCommand(platform, 'sandbox', [
    'break',
    'cluster-gone',
    'platform',
  ]);
  await eventually(async () => {
    const { log, status } = await developer.readTask(id);
    assert.ok(status === 'failed' || /does not answer|ECONNREFUSED/.test(log));
  }, 120_000);
  await runSandboxCommand(platform, 'sandbox', ['heal']);
  let { status, log } = await developer.waitForTask(id);
  if (status !== 'completed') {
    await developer.retryTask(id);
    ({ status, log } = await developer.waitForTask(id));
  }
  assert.equal(status, 'completed', log);
});

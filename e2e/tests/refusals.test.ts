import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { BackstageApi, type TaskResult } from '../lib/BackstageApi.ts';
import { Checkout } from '../lib/Checkout.ts';
import { eventually } from '../lib/eventually.ts';
import { findSecrets, readSecrets } from '../lib/findSecrets.ts';
import { git } from '../lib/git.ts';
import { GithubApi } from '../lib/GithubApi.ts';
import { requestService } from '../lib/requestService.ts';
import { runSandboxCommand } from '../lib/runSandboxCommand.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';

const RETRY_MS = 120_000;

let platform: Platform;
let developer: BackstageApi;
let payments: BackstageApi;
let github: GithubApi;

before(async () => {
  platform = await startPlatform();
  github = new GithubApi(platform.endpoints);
  developer = await BackstageApi.signIn(platform.endpoints, 'developer');
  payments = await BackstageApi.signIn(
    platform.endpoints,
    'payments-developer',
  );
});

after(async () => {
  await platform?.stop();
});

const logs: string[] = [];

function start(name: string, owner = 'storefront', api = developer) {
  const { host } = new URL(platform.endpoints.github.web);
  return api.startTemplate('web-service', {
    name,
    owner: `group:default/${owner}`,
    description: 'Says hello',
    runtime: 'node',
    repoUrl: `${host}?owner=acme&repo=${name}`,
  });
}

async function ended(id: string, api = developer): Promise<TaskResult> {
  const result = await api.waitForTask(id);
  logs.push(result.log);
  return result;
}

async function create(name: string, owner = 'storefront', api = developer) {
  return ended(await start(name, owner, api), api);
}

/** One message, in words: no stack, no path of the machine. */
function assertRefused({ log, status }: TaskResult, message: RegExp) {
  assert.equal(status, 'failed', log);
  assert.match(log, message);
  assert.equal(log.match(/^\w*Error: /gm)?.length, 1, log);
  assert.doesNotMatch(log, /^ +at /m);
}

async function kubectl(cluster: number, ...args: string[]) {
  const { kubeconfig } = platform.endpoints.clusters[cluster];
  return runSandboxCommand(platform, 'kubectl', [
    '--kubeconfig',
    kubeconfig,
    ...args,
  ]);
}

async function assertNothingMade(name: string, found: string[] = []) {
  const made = [];
  if (await github.exists(`repos/acme/${name}`)) {
    made.push('repository');
  }
  if (await github.exists(`repos/acme/platform/contents/services/${name}`)) {
    made.push('service');
  }
  const applications = await kubectl(
    0,
    ...['get', 'applications', '--namespace', 'argocd', '--output', 'name'],
  );
  if (applications.includes(`/${name}-`)) {
    made.push('application');
  }
  const entity = `catalog/entities/by-name/component/default/${name}`;
  if ((await developer.request(entity)).ok) {
    made.push('component');
  }
  assert.deepEqual(made, found);
}

async function greeting(name: string): Promise<string> {
  const { body } = await requestService(
    `${name}-dev.dev-1.localhost`,
    platform.endpoints.proxy.http,
  );
  return body;
}

test('a name that Argo CD has is refused before anything is made', async () => {
  const file = path.join(platform.state, 'application.yaml');
  fs.writeFileSync(
    file,
    `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: claimed-dev, namespace: argocd }
spec:
  project: default
  source: { repoURL: https://github.com/acme/none.git, path: . }
  destination: { name: in-cluster, namespace: default }
`,
  );
  await kubectl(0, 'create', '--filename', file);
  assertRefused(
    await create('claimed'),
    /The name is taken: the hub platform has an Application claimed-dev of nobody that Slipway knows\. Choose another name/,
  );
  await assertNothingMade('claimed', ['application']);
});

test('the same form once more changes nothing, and puts drift right', async t => {
  const first = await create('twice');
  assert.equal(first.status, 'completed', first.log);
  const before = await github.head('platform');

  const second = await create('twice');
  assert.equal(second.status, 'completed', second.log);
  assert.match(second.log, /twice of storefront is there already/);
  assert.match(second.log, /acme\/platform: nothing to change/);
  assert.equal(await github.head('platform'), before);

  await t.test('which the log shows', async () => {
    const file = 'services/twice/dev/quota.yaml';
    const quota = await github.read('platform', file);
    await github.write(
      'platform',
      file,
      quota.replace(/pods: .*/, 'pods: "1"'),
    );
    const third = await create('twice');
    assert.equal(third.status, 'completed', third.log);
    assert.match(third.log, /Changing services\/twice\/dev\/quota\.yaml:/);
    assert.match(third.log, /^-\s+pods: "1"$/m);
    assert.match(third.log, /^\+\s+pods: /m);
    assert.equal(await github.read('platform', file), quota);
  });
});

test('without the hub a task says what it waits for, and a retry finishes it', async t => {
  const id = await start('patient');
  await eventually(async () => {
    const { log } = await developer.readTask(id);
    assert.match(log, /Beginning step Create the repository/);
  });
  await runSandboxCommand(platform, 'sandbox', [
    ...['break', 'cluster-gone', 'platform'],
  ]);
  await eventually(async () => {
    const { log } = await developer.readTask(id);
    assert.match(log, /at the hub platform: .*ECONNREFUSED.*; trying again \(/);
  });

  // What follows needs no hub, and the task gives up after a minute only.
  await t.test('a name that is no name makes nothing', async () => {
    for (const name of ['Not A Name', 'double--dash', 'x'.repeat(41)]) {
      await assert.rejects(start(name), /instance\.name.*does not/);
      assert.equal(
        await github.exists(`repos/acme/${encodeURIComponent(name)}`),
        false,
      );
    }
  });

  await t.test('nobody creates for a team that is not theirs', async () => {
    assertRefused(
      await create('stolen', 'payments'),
      /developer does not belong to group:default\/payments and may not act for it\. Choose one of: group:default\/storefront/,
    );
    assert.equal(await github.exists('repos/acme/stolen'), false);
  });

  await t.test('a name that GitHub has is refused', async () => {
    await github.request('POST', 'orgs/acme/repos', { name: 'taken' });
    assertRefused(
      await create('taken'),
      /The repository acme\/taken exists already, empty, and the team storefront has no access to it\. Choose another name/,
    );
    await github.write('taken', 'README.md', 'Ours\n');
    assertRefused(
      await create('taken'),
      /The repository acme\/taken exists already and is not the service taken of storefront\. Choose another name/,
    );
    assert.equal(
      await github.exists('repos/acme/platform/contents/services/taken'),
      false,
    );
  });

  await t.test('a name that the catalog has is refused', async () => {
    await github.request('POST', 'orgs/acme/repos', { name: 'elsewhere' });
    await github.write(
      'elsewhere',
      'catalog-info.yaml',
      `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: listed }
spec: { type: service, lifecycle: production, owner: group:default/payments }
`,
    );
    const registered = await payments.request('catalog/locations', {
      method: 'POST',
      body: JSON.stringify({
        type: 'url',
        target: `${platform.endpoints.github.web}/acme/elsewhere/blob/main/catalog-info.yaml`,
      }),
    });
    assert.equal(registered.status, 201, await registered.text());
    await eventually(async () => {
      const entity = 'catalog/entities/by-name/component/default/listed';
      assert.ok((await developer.request(entity)).ok);
    });
    assertRefused(
      await create('listed'),
      /The name listed is taken: the catalog has component:default\/listed of group:default\/payments, from .*\. Choose another name/,
    );
    assert.equal(await github.exists('repos/acme/listed'), false);
  });

  await t.test('a name that another team has is refused', async () => {
    assertRefused(
      await create('twice', 'payments', payments),
      /The name twice is taken: .* of .*storefront.*\. Choose another name/,
    );
  });

  await t.test('a push with a wrong token is refused in words', async () => {
    const { folder } = await Checkout.clone(platform, 'twice');
    const { host } = new URL(platform.endpoints.github.web);
    const before = await github.head('twice');
    await git(folder, ['commit', '--quiet', '--allow-empty', '-m', 'Note']);
    await assert.rejects(
      git(folder, ['push', `http://developer:wrong@${host}/acme/twice.git`]),
      /remote: Invalid username or (password|token).*Authentication failed/s,
    );
    assert.equal(await github.head('twice'), before);
  });

  const failed = await ended(id);
  assertRefused(failed, /the hub platform: .*gave up after .*retry when/);
  await runSandboxCommand(platform, 'sandbox', ['heal']);
  await developer.retryTask(id);
  const retried = await eventually(async () => {
    const result = await developer.readTask(id);
    assert.equal(result.status, 'completed', result.log);
    return result;
  }, RETRY_MS);
  logs.push(retried.log);
  assert.equal(await greeting('patient'), 'Hello from patient\n');
});

test('a push that cannot be delivered says why and leaves the old version', async t => {
  const checkout = await Checkout.clone(platform, 'twice');
  const version = 'services/twice/dev/version/version.json';
  const before = await github.read('platform', version);

  async function assertFails(sha: string, message: RegExp) {
    const { conclusion, log } = await github.endedRun('twice', sha);
    assert.equal(conclusion, 'failure', log);
    const errors = log.split('\n').filter(line => line.includes('##[error]'));
    assert.match(errors[0], message);
    assert.equal(await github.read('platform', version), before);
    assert.equal(await greeting('twice'), 'Hello from twice\n');
  }

  await t.test('broken YAML in deploy/', async () => {
    const sha = await checkout.push('Break the manifests', () =>
      fs.writeFileSync(checkout.path('deploy/service.yaml'), 'kind: [\n'),
    );
    await assertFails(sha, /deploy\/ cannot be rendered: .*service\.yaml/);
  });

  await t.test('no deploy/', async () => {
    const sha = await checkout.push('Lose the manifests', () =>
      fs.rmSync(checkout.path('deploy'), { recursive: true }),
    );
    await assertFails(
      sha,
      /has no deploy\/kustomization\.yaml; a service says/,
    );
  });

  await t.test('a Dockerfile that the sandbox cannot run', async () => {
    const sha = await checkout.push('Be another language', () =>
      fs.writeFileSync(
        checkout.path('Dockerfile'),
        'FROM python:3\nCMD ["python", "app.py"]\n',
      ),
    );
    await assertFails(sha, /FROM python:3 is not supported in the sandbox/);
  });

  await t.test('a service that crashes at start', async () => {
    const sha = await checkout.push('Crash', () => {
      const server = checkout.path('src/server.js');
      const code = fs.readFileSync(server, 'utf8');
      fs.writeFileSync(
        server,
        `${code}\nif (require.main === module) throw new Error('no database');\n`,
      );
    });
    const { conclusion, log } = await github.endedRun('twice', sha);
    assert.equal(conclusion, 'success', log);
    const crashed = await eventually(async () => {
      const { items } = JSON.parse(
        await kubectl(
          1,
          ...['get', 'pods', '--namespace', 'twice-dev', '--output', 'json'],
        ),
      );
      const pod = items.find(
        ({ status }: { status: { containerStatuses?: object[] } }) =>
          JSON.stringify(status).includes('CrashLoopBackOff'),
      );
      assert.ok(pod, 'no pod is in CrashLoopBackOff');
      return pod;
    });
    const [{ lastState }] = crashed.status.containerStatuses;
    assert.match(lastState.terminated.message, /Error: no database/);
    const previous = await kubectl(
      1,
      ...['logs', '--previous', '--namespace', 'twice-dev'],
      crashed.metadata.name,
    );
    assert.match(previous, /Error: no database/);
    assert.equal(await greeting('twice'), 'Hello from twice\n');
  });
});

test('tasks for one name at once end in one service', async () => {
  const results = await Promise.all([
    create('both'),
    create('both'),
    create('both', 'payments', payments),
  ]);
  const texts = results.map(({ log }) => log).join('\n\n');
  const [one, other, third] = results.map(({ status }) => status);
  assert.equal(one, other, texts);
  assert.notEqual(one, third, texts);
  for (const result of results) {
    if (result.status !== 'completed') {
      assertRefused(
        result,
        /(The name both is taken|acme\/both exists already).*Choose another name/,
      );
    }
  }
  assert.equal(await greeting('both'), 'Hello from both\n');
});

test('a cancelled task stops, and creating again finishes it', async () => {
  // What remains of a try that was cut off between creating and pushing.
  const teams = 'orgs/acme/teams/storefront/repos/acme/halted';
  const collaborator = 'repos/acme/halted/collaborators/slipway-bot';
  await github.request('POST', 'orgs/acme/repos', { name: 'halted' });
  await github.request('PUT', teams, { permission: 'admin' });
  await github.request('PUT', collaborator, { permission: 'admin' });
  const id = await start('halted');
  await eventually(async () => {
    const { log } = await developer.readTask(id);
    assert.match(log, /Beginning step Wait for the first build/);
  });
  await developer.cancelTask(id);
  const { log, status } = await ended(id);
  assert.notEqual(status, 'completed', log);
  assert.doesNotMatch(log, /Finished step Wait until it answers/);
  const again = await create('halted');
  assert.equal(again.status, 'completed', again.log);
  assert.equal(await greeting('halted'), 'Hello from halted\n');
});

test('no secret was printed', () => {
  const secrets = readSecrets(platform);
  assert.ok(secrets.length > 10);
  const text = `${platform.output()}\n${logs.join('\n')}`;
  assert.equal(
    secrets.some(secret => text.includes(secret)),
    false,
  );
  assert.deepEqual(findSecrets(platform), []);
});

/** `node --test` in this repository: the deploy scripts on real git repositories. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { git, run } from './deploy/run.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const IMAGE = 'registry.example.org/acme/shop';
const DIGEST = `sha256:${'d'.repeat(64)}`;
const DEPLOY = {
  'deploy/kustomization.yaml': 'resources: [deployment.yaml, ingress.yaml]\n',
  'deploy/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:
        - name: web
          image: ${IMAGE}
          envFrom: [{ configMapRef: { name: shop-config } }]
`,
  'deploy/ingress.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec:
  tls: [{ hosts: [shop.invalid] }]
  rules: [{ host: shop.invalid }]
`,
};
const PLATFORM = {
  'services/shop/service.yaml':
    '# Whose it is\nname: shop\nowner: storefront\nrepository: acme/shop\n',
  'services/shop/dev/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: shop-dev
resources: [quota.yaml]
components: [version]
configMapGenerator: [{ name: shop-config, envs: [config.env] }]
patches:
  - target: { kind: Ingress }
    patch: |
      - { op: replace, path: /spec/rules/0/host, value: shop-dev.example.org }
      - { op: replace, path: /spec/tls/0/hosts/0, value: shop-dev.example.org }
`,
  'services/shop/dev/config.env': 'COLOUR=blue\n',
  'services/shop/dev/quota.yaml':
    'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: service }\nspec: { hard: { pods: "20" } }\n',
  'services/shop/dev/version/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: []\n',
};

let root;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-deploy-'));
  await createRepository('platform', PLATFORM);
  await createRepository('shop', DEPLOY);
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** A bare repository with a first commit, and a clone to commit more in. */
async function createRepository(name, files) {
  const bare = join(root, `${name}.git`);
  await git(root, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git(root, 'clone', '--quiet', bare, join(root, name));
  await commit(name, files, 'First');
}

async function commit(name, files, subject) {
  const clone = join(root, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(clone, file)), { recursive: true });
    if (text === undefined) {
      await rm(join(clone, file));
    } else {
      await writeFile(join(clone, file), text);
    }
  }
  await git(clone, 'add', '--all');
  await git(
    clone,
    '-c',
    'user.name=Dana',
    '-c',
    'user.email=dana@example.org',
    'commit',
    '--quiet',
    '-m',
    subject,
  );
  await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
  return git(clone, 'rev-parse', 'HEAD');
}

/** A job's workspace: the platform repository with the service beside it. */
async function workspace(name) {
  const folder = join(root, name);
  await git(root, 'clone', '--quiet', join(root, 'platform.git'), folder);
  await git(
    root,
    'clone',
    '--quiet',
    join(root, 'shop.git'),
    join(folder, '.source'),
  );
  return folder;
}

async function deploy(sha, changes = {}, folder = undefined) {
  const cwd =
    folder ?? (await workspace(`job-${Math.random().toString(36).slice(2)}`));
  return script('deploy.mjs', {
    cwd,
    env: {
      ENVIRONMENT: 'dev',
      SERVICE: 'shop',
      REPOSITORY: 'acme/shop',
      SHA: sha,
      IMAGE,
      DIGEST,
      ...changes,
    },
  });
}

function script(name, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [join(scripts, name)], {
      cwd,
      env: { PATH, HOME, ...env },
    });
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.once('error', reject);
    child.once('close', code => resolve({ code, output }));
  });
}

async function platformFile(path) {
  return git(join(root, 'platform.git'), 'show', `main:${path}`);
}

function shopHead() {
  return git(join(root, 'shop'), 'rev-parse', 'HEAD');
}

test('writes base and version into dev and nowhere else', async () => {
  const sha = await commit('shop', { 'src/a.js': '1' }, 'Price engine');
  const { code, output } = await deploy(sha);
  assert.equal(code, 0, output);
  assert.match(output, /Wrote shop .{7} into dev with commit/);

  const bare = join(root, 'platform.git');
  const changed = await git(bare, 'diff', '--name-only', 'main~1', 'main');
  assert.deepEqual(changed.split('\n'), [
    'services/shop/dev/base/deployment.yaml',
    'services/shop/dev/base/ingress.yaml',
    'services/shop/dev/base/kustomization.yaml',
    'services/shop/dev/version/kustomization.yaml',
    'services/shop/dev/version/version.json',
  ]);
  assert.equal(
    await git(bare, 'log', '-1', '--format=%an: %s', 'main'),
    `Slipway deploy: Deploy shop ${sha.slice(0, 7)} to dev: Price engine`,
  );
  assert.match(
    await git(bare, 'log', '-1', '--format=%b', 'main'),
    /Author: Dana <dana@example.org>/,
  );
  const version = JSON.parse(
    await platformFile('services/shop/dev/version/version.json'),
  );
  assert.deepEqual(version, {
    service: 'shop',
    repository: 'acme/shop',
    commit: sha,
    subject: 'Price engine',
    author: 'Dana <dana@example.org>',
    image: IMAGE,
    digest: DIGEST,
  });
});

test('an environment renders before and after its first version', async () => {
  const render = async () => {
    const folder = await workspace(
      `render-${Math.random().toString(36).slice(2)}`,
    );
    const result = await run('kubectl', [
      'kustomize',
      join(folder, 'services/shop/dev'),
    ]);
    assert.equal(result.code, 0, result.errors);
    return result.output;
  };
  const before = await render();
  assert.match(before, /kind: ResourceQuota/);
  assert.doesNotMatch(before, /kind: Deployment/);

  await deploy(await shopHead());
  const after = await render();
  assert.match(after, new RegExp(`image: ${IMAGE}@${DIGEST}`));
  assert.match(after, /host: shop-dev\.example\.org/);
  assert.match(after, /- shop-dev\.example\.org/);
  assert.match(after, /name: shop-config-[a-z0-9]{10}/);
  assert.match(after, /namespace: shop-dev/);
  assert.doesNotMatch(after, /shop\.invalid/);
});

test('no namespace reaches the cluster by what a service deploys', async () => {
  await deploy(await shopHead());
  const folder = await workspace('render-namespace');
  const base = join(folder, 'services/shop/dev/base');
  await writeFile(
    join(base, 'namespace.json'),
    '{ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "shop-dev" } }',
  );
  await writeFile(
    join(base, 'kustomization.yaml'),
    'resources: [deployment.yaml, ingress.yaml, namespace.json]\n',
  );
  const { output, errors } = await run('kubectl', ['kustomize', dirname(base)]);
  assert.match(output, /kind: Deployment/, errors);
  assert.doesNotMatch(output, /kind: Namespace/);
});

test('the same version twice changes nothing and says so', async () => {
  const sha = await shopHead();
  await deploy(sha);
  const head = await git(join(root, 'platform.git'), 'rev-parse', 'main');
  const { code, output } = await deploy(sha);
  assert.equal(code, 0);
  assert.match(output, /dev has this version already; nothing to do/);
  assert.equal(
    await git(join(root, 'platform.git'), 'rev-parse', 'main'),
    head,
  );
});

test('files that are gone from deploy/ go from base/ too', async () => {
  await deploy(await shopHead());
  const sha = await commit(
    'shop',
    {
      'deploy/ingress.yaml': undefined,
      'deploy/kustomization.yaml': 'resources: [deployment.yaml]\n',
    },
    'No ingress',
  );
  await deploy(sha);
  await assert.rejects(platformFile('services/shop/dev/base/ingress.yaml'));
});

test('an older run never overwrites a newer version', async () => {
  const older = await shopHead();
  const newer = await commit('shop', { 'src/a.js': '2' }, 'Newer');
  await deploy(newer);
  const { code, output } = await deploy(older);
  assert.equal(code, 0);
  assert.match(output, /dev has the newer commit/);
  const version = JSON.parse(
    await platformFile('services/shop/dev/version/version.json'),
  );
  assert.equal(version.commit, newer);
});

test('several that push at once lose nothing', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const services = Object.fromEntries(
    names.map(name => [
      `services/${name}/service.yaml`,
      `name: ${name}\nowner: storefront\nrepository: acme/shop\n`,
    ]),
  );
  await commit('platform', services, 'More services');
  const sha = await shopHead();
  const folders = await Promise.all(
    names.map(name => workspace(`at-once-${name}`)),
  );
  const results = await Promise.all(
    names.map((name, index) => deploy(sha, { SERVICE: name }, folders[index])),
  );
  for (const { code, output } of results) {
    assert.equal(code, 0, output);
  }
  for (const name of names) {
    await platformFile(`services/${name}/dev/version/version.json`);
  }
});

test('a service that is registered while its first build waits is deployed', async () => {
  const folder = await workspace('early');
  const running = deploy(await shopHead(), { SERVICE: 'new' }, folder);
  await commit(
    'platform',
    {
      'services/new/service.yaml':
        'name: new\nowner: storefront\nrepository: acme/shop\n',
    },
    'Register',
  );
  const { code, output } = await running;
  assert.equal(code, 0, output);
});

const refusals = [
  [
    'another repository',
    {},
    { REPOSITORY: 'acme/evil', IMAGE: 'registry.example.org/acme/evil' },
    /shop is deployed from acme\/shop; acme\/evil may not deploy it/,
  ],
  [
    'an image of another repository',
    {},
    { IMAGE: 'registry.example.org/acme/evil' },
    /is not one of the repository acme\/shop/,
  ],
  [
    'a path as service',
    {},
    { SERVICE: '../x' },
    /service is "\.\.\/x", which is not the name of a service/,
  ],
  ['a tag as digest', {}, { DIGEST: 'latest' }, /is not a sha256 digest/],
  [
    'a commit that is not on main',
    {},
    { SHA: 'e'.repeat(40) },
    /is not on the main branch/,
  ],
  [
    'a repository without deploy/',
    Object.fromEntries(Object.keys(DEPLOY).map(file => [file, undefined])),
    {},
    /has no deploy\/kustomization\.yaml/,
  ],
  [
    'broken YAML',
    { 'deploy/deployment.yaml': 'kind: [\n' },
    {},
    /deploy\/ cannot be rendered: .*deployment\.yaml/,
  ],
  [
    'a namespace in deploy/',
    { 'deploy/more.yaml': 'kind: Namespace\n' },
    {},
    /deploy\/more\.yaml has a Namespace/,
  ],
  [
    'a namespace in another form',
    {
      'deploy/more.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop-dev' },
      }),
      'deploy/kustomization.yaml': 'resources: [more.json]\n',
    },
    {},
    /deploy\/ renders a Namespace/,
  ],
];

for (const [what, files, changes, message] of refusals) {
  test(`refuses ${what} with one line and changes nothing`, async () => {
    const before = await git(join(root, 'platform.git'), 'rev-parse', 'main');
    if (Object.keys(files).length > 0) {
      await commit('shop', files, 'Change');
    }
    const { code, output } = await deploy(await shopHead(), changes);
    assert.equal(code, 1);
    assert.match(output, message);
    assert.match(output, /^::error::.*\n$/);
    assert.equal(
      await git(join(root, 'platform.git'), 'rev-parse', 'main'),
      before,
    );
  });
}

test('refuses links in deploy/', async () => {
  await symlink('/etc/passwd', join(root, 'shop', 'deploy', 'link.yaml'));
  const { code, output } = await deploy(await commit('shop', {}, 'Link'));
  assert.equal(code, 1);
  assert.match(output, /deploy\/link\.yaml is a link/);
});

test('the deploy step sends what was built, or says why not', async () => {
  const requests = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', chunk => (body += chunk));
    request.on('end', () => {
      requests.push({
        url: request.url,
        authorization: request.headers.authorization,
        body: JSON.parse(body),
      });
      response.writeHead(requests.length === 1 ? 204 : 401);
      response.end(
        requests.length === 1 ? undefined : '{"message":"Bad credentials"}',
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sha = await shopHead();
  const env = {
    SERVICE: 'shop',
    PLATFORM: 'acme/platform',
    REPOSITORY: 'acme/shop',
    IMAGE,
    DIGEST,
    SHA: sha,
    TOKEN: 'token',
    API_URL: `http://127.0.0.1:${server.address().port}/api/v3`,
    WORKSPACE: join(root, 'shop'),
  };
  try {
    const sent = await script('requestDeploy.mjs', { cwd: root, env });
    assert.equal(sent.code, 0, sent.output);
    assert.deepEqual(requests[0], {
      url: '/api/v3/repos/acme/platform/dispatches',
      authorization: 'Bearer token',
      body: {
        event_type: 'slipway-deploy',
        client_payload: {
          service: 'shop',
          repository: 'acme/shop',
          sha,
          image: IMAGE,
          digest: DIGEST,
        },
      },
    });
    const refused = await script('requestDeploy.mjs', { cwd: root, env });
    assert.equal(refused.code, 1);
    assert.match(
      refused.output,
      /acme\/platform did not take the request: HTTP 401 .*Bad credentials/,
    );
    const without = await script('requestDeploy.mjs', {
      cwd: root,
      env: { ...env, TOKEN: '' },
    });
    assert.match(without.output, /SLIPWAY_DEPLOY_TOKEN is missing/);
    assert.equal(requests.length, 2);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

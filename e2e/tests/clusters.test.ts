import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { ACTIONS, anyActionTemplate } from '../lib/anyAction.ts';
import { BackstageApi, type TaskResult } from '../lib/BackstageApi.ts';
import { Checkout } from '../lib/Checkout.ts';
import { CloudProxy } from '../lib/CloudProxy.ts';
import { ClusterPages } from '../lib/ClusterPages.ts';
import { clusterRefusals } from '../lib/clusterRefusals.ts';
import { deliverTo } from '../lib/deliverTo.ts';
import { eventually } from '../lib/eventually.ts';
import { findSecrets } from '../lib/findSecrets.ts';
import { GithubApi } from '../lib/GithubApi.ts';
import { MagnumApi } from '../lib/MagnumApi.ts';
import { openPage, type WatchedPage } from '../lib/openPage.ts';
import { requestService } from '../lib/requestService.ts';
import { runSandboxCommand } from '../lib/runSandboxCommand.ts';
import { signIn } from '../lib/signIn.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';

const OWNER = 'group:default/platform-team';
const TEMPLATE = 'k8s-v1.35';

let platform: Platform;
let engineer: BackstageApi;
let developer: BackstageApi;
let magnum: MagnumApi;
let proxy: CloudProxy;
let browser: WatchedPage;
let pages: ClusterPages;
/** Of clusters, as they were registered. */
const tokens = new Set<string>();

const sandbox = (...args: string[]) =>
  runSandboxCommand(platform, 'sandbox', args);

async function hub<T = { items: never[] }>(...args: string[]): Promise<T> {
  const [{ kubeconfig }] = platform.endpoints.clusters;
  const answer = await runSandboxCommand(platform, 'kubectl', [
    ...['--kubeconfig', kubeconfig, ...args, '--output', 'json'],
  ]);
  return JSON.parse(answer);
}

/** What the Secrets of registered clusters hold; remembers their tokens. */
async function registered(namespace: string, type: string): Promise<string[]> {
  const { items } = await hub<{ items: { data: Record<string, string> }[] }>(
    ...['get', 'secrets', '--namespace', namespace],
    ...['--selector', `${type}=cluster`],
  );
  const read = (text: string) => Buffer.from(text, 'base64').toString();
  for (const { data } of items) {
    tokens.add(JSON.parse(read(data.config)).bearerToken);
  }
  return items.map(({ data }) => read(data.name)).sort();
}

/** Names of the clusters that Argo CD may deliver to. */
const destinations = () =>
  registered('argocd', 'argocd.argoproj.io/secret-type');

/** Names of the clusters that the fleet watches, but for the hub. */
const watched = () => registered('slipway-fleet', 'slipway.dev/secret-type');

function order(name: string, more: object = {}, api = engineer) {
  return api.startTemplate('kubernetes-cluster', {
    name,
    owner: OWNER,
    stage: 'spare',
    cloud: 'acme',
    clusterTemplate: TEMPLATE,
    masterCount: 1,
    nodeCount: 1,
    zone: `${name}.localhost`,
    components: ['cert-manager', 'ingress-nginx'],
    ...more,
  });
}

async function completed(id: string): Promise<TaskResult> {
  const result = await engineer.waitForTask(id);
  assert.equal(result.status, 'completed', result.log);
  return result;
}

/** Its log. */
async function createService(): Promise<string> {
  const { host } = new URL(platform.endpoints.github.web);
  const id = await developer.startTemplate('web-service', {
    name: 'shop',
    owner: 'group:default/storefront',
    description: 'Sells things',
    runtime: 'node',
    repoUrl: `${host}?owner=acme&repo=shop`,
  });
  const { status, log } = await developer.waitForTask(id);
  assert.equal(status, 'completed', log);
  return log;
}

async function call(api: BackstageApi, action: string, values: object) {
  const id = await api.startTemplate('any-action', { action, ...values });
  return api.waitForTask(id);
}

const logs = (id: string, text: RegExp) =>
  eventually(async () => assert.match((await engineer.readTask(id)).log, text));

/** Magnum has one of that name, and there has never been another. */
async function onlyOne(name: string) {
  const found = await magnum.named(name);
  assert.equal(found.length, 1, JSON.stringify(found));
  return found[0];
}

const ordered = (name: string) =>
  proxy.accepted.filter(accepted => accepted === name).length;

const entity = (name: string) =>
  engineer.request(`catalog/entities/by-name/resource/default/${name}`);

/** After a kill, with a way to the cloud that we watch. */
async function restore() {
  await platform.startBackstage({
    SLIPWAY_OPENSTACK_AUTH_URL: `${proxy.url}/identity/v3`,
  });
  engineer = await BackstageApi.signIn(platform.endpoints, 'platform-engineer');
  developer = await BackstageApi.signIn(platform.endpoints, 'developer');
}

before(async () => {
  platform = await startPlatform({
    inParts: true,
    environment: {
      // How long a task is left alone before it is taken for one that was killed.
      APP_CONFIG_scaffolder_taskRecovery_staleTimeout: '{"seconds":5}',
      // For templates of people who may not do what they ask for.
      APP_CONFIG_catalog_rules:
        '[{"allow":["Component","Location","Resource","Template"]}]',
    },
  });
  const { backstage, openstack } = platform.endpoints;
  engineer = await BackstageApi.signIn(platform.endpoints, 'platform-engineer');
  developer = await BackstageApi.signIn(platform.endpoints, 'developer');
  magnum = await MagnumApi.signIn(platform.endpoints);
  proxy = await CloudProxy.open(new URL(openstack.authUrl).origin);
  browser = await openPage();
  pages = new ClusterPages(browser.page, backstage.url);
  await signIn(browser.page, backstage.url, 'Pat Platform');
});

after(async () => {
  await browser?.close();
  await platform?.stop();
  await proxy?.close();
});

// What one test has broken is not the next one's trouble.
afterEach(() => sandbox('heal'));

test('an ordered cluster outlives a kill of the backend', async t => {
  const { page } = browser;
  let id = '';
  await sandbox('break', 'create-stuck');

  await t.test('a platform engineer fills in the form', async () => {
    const service = createService();
    await pages.order('prod-1', 'prod', TEMPLATE);
    id = pages.taskId();
    await page.getByRole('button', { name: /^Wait .* seconds?$/ }).waitFor();
    await logs(id, /Cluster prod-1: CREATE_IN_PROGRESS/);
    await browser.picture('cluster-ordered');
    assert.match(await service, /prod: no cluster yet/);
  });

  await t.test(
    'the backend is killed meanwhile and started again',
    async () => {
      await platform.killBackstage();
      await sandbox('heal');
      await restore();
      await page.reload();
      await pages.ended('Open in the catalog');
      await browser.picture('cluster-made');
      const { log } = await completed(id);
      assert.match(log, /Task recovered.*Cluster prod-1: CREATE_COMPLETE/s);
      await onlyOne('prod-1');
      assert.equal(ordered('prod-1'), 0, 'it was not ordered again');
    },
  );

  await t.test('it is on the page, in the catalog, a destination', async () => {
    assert.deepEqual(await destinations(), ['dev-1', 'prod-1']);
    assert.deepEqual(await watched(), ['dev-1', 'prod-1']);
    await page.getByRole('link', { name: 'Open in the catalog' }).click();
    await page.getByRole('heading', { name: 'prod-1' }).first().waitFor();
    await pages.list();
    await pages.row('prod-1').filter({ hasText: 'healthy' }).waitFor();
    await browser.picture('clusters-list');
    await pages.open('prod-1');
    await page.getByText('2 worker nodes').first().waitFor();
    await page.getByText('prod-1 on platform').waitFor();
    await browser.picture('cluster-page');
  });
});

test('an environment that waited for it gets the service', async () => {
  const { http } = platform.endpoints.proxy;
  await eventually(async () => {
    const { spec } = await hub<{ spec: { destination: { name: string } } }>(
      ...['get', 'application', 'shop-prod', '--namespace', 'argocd'],
    );
    assert.equal(spec.destination.name, 'prod-1');
  });
  const checkout = await Checkout.clone(platform, 'platform');
  await checkout.push('Run shop in prod', () =>
    deliverTo({
      folder: checkout.path('services/shop'),
      from: 'shop-dev.dev-1.localhost',
      to: 'shop-prod.prod-1.localhost',
    }),
  );
  await eventually(async () => {
    const answer = await requestService('shop-prod.prod-1.localhost', http);
    assert.deepEqual(answer, { status: 200, body: 'Hello from shop\n' });
  });
});

test('it is resized from its page', async () => {
  const { page } = browser;
  await pages.open('prod-1');
  await pages.resize(3);
  await pages.ended('The cluster');
  await completed(pages.taskId());
  assert.equal((await onlyOne('prod-1')).node_count, 3);
  await page.getByRole('link', { name: 'The cluster' }).click();
  await page.getByText('3 worker nodes').first().waitFor();
});

test('an order whose answer was lost with the backend makes one cluster', async () => {
  const accepted = proxy.loseNextAnswer();
  const first = await order('lost-1');
  const uuid = await accepted;
  await platform.killBackstage();
  await restore();
  // As one would who does not trust it.
  const second = await order('lost-1');
  await completed(second);
  await completed(first);
  assert.equal((await onlyOne('lost-1')).uuid, uuid);
  assert.equal(ordered('lost-1'), 1);
  assert.ok((await destinations()).includes('lost-1'));
});

test('while Magnum is down its clusters are not known, and nothing gets lost', async () => {
  const { page } = browser;
  await sandbox('break', 'create-stuck');
  // The same form twice at once.
  const ids = await Promise.all([order('twice-1'), order('twice-1')]);
  await Promise.all(ids.map(id => logs(id, /twice-1: CREATE_IN_PROGRESS/)));
  await pages.list();
  await pages.row('twice-1').filter({ hasText: 'progressing' }).waitFor();
  await sandbox('break', 'magnum-down', '503');
  await pages.row('dev-1').filter({ hasText: 'unknown' }).waitFor();
  await pages.row('prod-1').filter({ hasText: 'unknown' }).waitFor();
  await pages.row('platform').filter({ hasText: 'healthy' }).waitFor();
  await browser.picture('clusters-unknown');
  await pages.open('dev-1');
  await page
    .getByText(/last known .* ago/)
    .first()
    .waitFor();
  await browser.picture('cluster-unknown');
  await sandbox('heal');
  await Promise.all(ids.map(completed));
  await onlyOne('twice-1');
  assert.equal(ordered('twice-1'), 1);
  await pages.list();
  await pages.row('dev-1').filter({ hasText: 'healthy' }).waitFor();
});

test('a cluster that cannot be made says why, on its page and in the task', async () => {
  const { page } = browser;
  const causes = [
    { name: 'full-1', says: /Quota exceeded/ },
    { name: 'huge-1', says: /No valid host/ },
  ];
  const huge = await order('huge-1', { flavor: 'm1.xlarge' });
  await sandbox('break', 'cluster-quota');
  const full = await order('full-1');
  const results = await Promise.all(
    [full, huge].map(id => engineer.waitForTask(id)),
  );
  await sandbox('heal');
  for (const [index, { name, says }] of causes.entries()) {
    assert.equal(results[index].status, 'failed');
    assert.match(results[index].log, says);
    await pages.open(name);
    await page.locator('blockquote').filter({ hasText: says }).waitFor();
    await browser.picture(`cluster-${name}`);
  }
});

test('a developer may not order or change a cluster, in a template of their own either', async () => {
  const refused = /NotAllowedError: .*/;
  const { log } = await developer.waitForTask(
    await order('theirs', { owner: 'group:default/storefront' }, developer),
  );
  assert.match(log, refused);

  const github = new GithubApi(platform.endpoints);
  await github.write(
    'shop',
    'any-action.yaml',
    anyActionTemplate('any-action', 'group:default/storefront'),
  );
  const registered = await developer.request('catalog/locations', {
    method: 'POST',
    body: JSON.stringify({
      type: 'url',
      target: `${platform.endpoints.github.web}/acme/shop/blob/main/any-action.yaml`,
    }),
  });
  assert.equal(registered.status, 201, await registered.text());
  const own = 'catalog/entities/by-name/template/default/any-action';
  await eventually(async () => assert.ok((await developer.request(own)).ok));

  const { uuid } = await onlyOne('lost-1');
  const results = await Promise.all(
    ACTIONS.map(action =>
      call(developer, action, {
        cloud: 'acme',
        cluster: uuid,
        clusterId: uuid,
        clusterTemplate: 'k8s-v1.36',
        confirm: action.includes('nodegroup') ? 'more' : 'lost-1',
        externalNetwork: 'public',
        image: 'fedora-coreos-43-kube-v1.36',
        name: action.includes('nodegroup') ? 'more' : 'lost-1',
        nodeCount: 2,
        owner: 'group:default/storefront',
      }),
    ),
  );
  results.forEach((result, index) => {
    assert.equal(result.status, 'failed', result.log);
    assert.match(result.log, refused, ACTIONS[index]);
  });
  assert.deepEqual(await magnum.named('theirs'), []);
});

test('every action works, and says why when it does not', async () => {
  const { uuid: other } = await onlyOne('lost-1');
  const { uuid } = await onlyOne('twice-1');
  const cluster = { cloud: 'acme', cluster: uuid };
  const run = (action: string, values: object) =>
    call(engineer, action, { cloud: 'acme', ...values });
  const works = async (action: string, values: object) => {
    const { log, status } = await run(action, values);
    assert.equal(status, 'completed', log);
  };
  const fails = async (action: string, values: object, message: RegExp) => {
    const { log, status } = await run(action, values);
    assert.equal(status, 'failed', log);
    assert.match(log, message);
  };
  const allFail = clusterRefusals(other, OWNER).map(each => fails(...each));

  await works('magnum:cluster-template:ensure', {
    name: 'own-v1.36.2',
    image: 'fedora-coreos-43-kube-v1.36',
    externalNetwork: 'public',
  });
  await works('magnum:nodegroup:ensure', { ...cluster, name: 'more' });
  await works('magnum:cluster:wait', { clusterId: uuid });
  const more = { ...cluster, name: 'more', confirm: 'more' };
  await works('magnum:nodegroup:delete', more);
  const newer = { ...cluster, clusterTemplate: 'k8s-v1.36' };
  await works('magnum:cluster:upgrade', newer);
  await works('magnum:cluster:wait', { clusterId: uuid });
  const older = { ...cluster, clusterTemplate: TEMPLATE };
  await fails('magnum:cluster:upgrade', older, /older|downgrade|v1\.36/);
  await Promise.all(allFail);
});

test('a cluster is deleted from its page, unless something runs there', async () => {
  const { page } = browser;
  await destinations();
  await watched();
  await pages.open('prod-1');
  await pages.remove('prod-1');
  await page
    .getByRole('alert')
    .getByText(/shop-prod/)
    .first()
    .waitFor();
  await onlyOne('prod-1');
  await pages.open('lost-1');
  await pages.remove('lost-1');
  await pages.ended('All clusters');
  await completed(pages.taskId());
  assert.deepEqual(await magnum.named('lost-1'), []);
  assert.deepEqual(await destinations(), ['dev-1', 'prod-1', 'twice-1']);
  assert.deepEqual(await watched(), ['dev-1', 'prod-1', 'twice-1']);
  await eventually(async () =>
    assert.equal((await entity('lost-1')).status, 404),
  );
  await page.getByRole('link', { name: 'All clusters' }).click();
  await pages.row('prod-1').waitFor();
  await pages.row('lost-1').waitFor({ state: 'detached' });
});

test('no secret was written down', () => {
  const secrets = [...tokens, ...proxy.tokens];
  assert.ok(tokens.size >= 8);
  assert.ok(proxy.tokens.size > 0);
  // What is no secret is found, so that a secret would be.
  const found = findSecrets(platform, ['prod-1']).join(' ');
  assert.match(found, /backstage\/\S*scaffolder\S*.*logs\/backstage\.log/);
  assert.deepEqual(findSecrets(platform, secrets), []);
  assert.equal(
    secrets.some(secret => platform.output().includes(secret)),
    false,
  );
});

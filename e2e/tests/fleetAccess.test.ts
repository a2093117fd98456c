import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { BackstageApi } from '../lib/BackstageApi.ts';
import { Checkout } from '../lib/Checkout.ts';
import { eventually } from '../lib/eventually.ts';
import type { FleetIncident } from '../lib/fleetAnswers.ts';
import { findSecrets, readSecrets } from '../lib/findSecrets.ts';
import { FleetApi } from '../lib/FleetApi.ts';
import { GithubApi } from '../lib/GithubApi.ts';
import { runSandboxCommand } from '../lib/runSandboxCommand.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';

const ATTIC = 'certificates/dev-1/attic-dev/attic-tls';
const LEDGER = 'certificates/dev-1/ledger-dev/ledger-tls';
const SERVICE = 'attic';

interface Summary {
  counts: Record<string, number>;
  incidents: number;
}

let platform: Platform;
let engineer: FleetApi;
let storefront: FleetApi;
let payments: FleetApi;

before(async () => {
  platform = await startPlatform();
  const { endpoints } = platform;
  engineer = await FleetApi.signIn(endpoints, 'platform-engineer');
  storefront = await FleetApi.signIn(endpoints, 'developer');
  payments = await FleetApi.signIn(endpoints, 'payments-developer');
  const { host } = new URL(endpoints.github.web);
  const developer = await BackstageApi.signIn(endpoints, 'developer');
  const task = await developer.startTemplate('web-service', {
    name: SERVICE,
    owner: 'group:default/storefront',
    description: 'Keeps what nobody needs',
    runtime: 'node',
    repoUrl: `${host}?owner=acme&repo=${SERVICE}`,
  });
  await apply(namespaceOf('ledger', 'payments'), certificateOf('ledger'));
  const { status, log } = await developer.waitForTask(task);
  assert.equal(status, 'completed', log);
  await apply(certificateOf('attic'));
  await eventually(async () => {
    const items = await engineer.items();
    assert.equal(items.get(ATTIC)?.owner, 'group:default/storefront');
    assert.equal(items.get(ATTIC)?.status, 'healthy');
    assert.equal(items.get(LEDGER)?.owner, 'group:default/payments');
    assert.equal(items.get(LEDGER)?.status, 'healthy');
  });
});

after(async () => {
  [engineer, storefront, payments].forEach(person => person?.close());
  await platform?.stop();
});

const kubectl = (...args: string[]) =>
  runSandboxCommand(platform, 'kubectl', [
    '--kubeconfig',
    platform.endpoints.clusters[1].kubeconfig,
    ...args,
  ]);

const sandbox = (...args: string[]) =>
  runSandboxCommand(platform, 'sandbox', args);

async function apply(...objects: object[]) {
  const file = path.join(platform.state, 'objects.json');
  const documents = objects.map(object => JSON.stringify(object));
  fs.writeFileSync(file, documents.join('\n'));
  await kubectl('apply', '--filename', file);
}

function namespaceOf(service: string, owner: string) {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: `${service}-dev`,
      labels: {
        'slipway.dev/owner': owner,
        'slipway.dev/service': service,
        'slipway.dev/environment': 'dev',
      },
    },
  };
}

// Labels of the object itself say that it is everybody's; they do not count.
function certificateOf(service: string) {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: {
      name: `${service}-tls`,
      namespace: `${service}-dev`,
      labels: { 'slipway.dev/owner': 'payments' },
      annotations: { 'slipway.dev/owner': 'payments' },
    },
    spec: {
      secretName: `${service}-tls`,
      dnsNames: [`${service}.dev-1.localhost`],
      issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' },
    },
  };
}

const tabOf = (id: string) => {
  const [, , namespace, name] = id.split('/');
  return `item=${id}&kind=Certificate&namespace=${namespace}&name=${name}`;
};

test('everybody sees what is theirs, and nothing else, on every way', async t => {
  const [storefrontTab, paymentsTab] = await Promise.all([
    storefront.openStream(['items', 'incidents']),
    payments.openStream(['items', 'incidents']),
  ]);
  await sandbox('break', 'acme-account', 'dev-1/attic-dev/attic-tls');
  await sandbox('break', 'acme-account', 'dev-1/ledger-dev/ledger-tls');
  await eventually(async () => {
    const incidents = await engineer.incidents();
    assert.deepEqual(
      incidents.map(({ memberCount, hidden }) => [memberCount, hidden]),
      [[2, 0]],
    );
  });
  const sides = [
    { who: storefront, tab: storefrontTab, own: ATTIC, other: LEDGER },
    { who: payments, tab: paymentsTab, own: LEDGER, other: ATTIC },
  ];
  for (const { who, tab, own, other } of sides) {
    await t.test(`owner of ${own}`, async () => {
      await tab.until(
        () => tab.known.get(`items/${own}`)?.status === 'at-risk',
      );
      assert.deepEqual([...(await who.items()).keys()], [own]);
      assert.equal((await who.items(`text=${other}`)).size, 0);
      assert.equal((await who.items('cluster=dev-1&namespace=')).size, 0);
      const { counts, incidents: open } = await who.read<Summary>('summary');
      assert.deepEqual([counts['at-risk'], counts.healthy, open], [1, 0, 1]);

      assert.equal((await who.item(own)).body.item.id, own);
      assert.equal((await who.item(other)).status, 404);
      const { object } = await who.read<{ object: { kind: string } }>(
        `objects?${tabOf(own)}`,
      );
      assert.equal(object.kind, 'Certificate');
      for (const asked of [tabOf(other), tabOf(own).replace(own, other)]) {
        const { status, body } = await who.request(`fleet/objects?${asked}`);
        assert.equal(status, 404, JSON.stringify(body));
      }

      const incidents = await who.incidents('state=all');
      const [outage] = incidents.filter(one => !one.closedAt);
      assert.deepEqual(
        [outage.memberCount, outage.hidden, outage.visible[0].id],
        [2, 1, own],
      );
      const one = await who.read<FleetIncident>(`incidents/${outage.id}`);
      assert.equal(one.visible.length, 1);

      for (const dryRun of [true, false]) {
        const { status } = await who.operate(other, 'renew', dryRun);
        assert.equal(status, 404);
      }
      // It may be asked for; whether it helps is another matter.
      const { status, body } = await who.operate(own, 'renew', true);
      assert.match(String(status), /200|409/, JSON.stringify(body));

      const listed = await who.callTool('list-fleet-items');
      assert.deepEqual(
        listed.structuredContent.items.map(({ id }) => id),
        [own],
      );
      const got = await who.callTool('get-fleet-item', { id: other });
      assert.equal(got.isError, true, JSON.stringify(got));
      const hit = await who.callTool('list-fleet-incidents');
      assert.equal(hit.structuredContent.incidents[0].hidden, 1);
      const invoked = await who.request<{ output: { total: number } }>(
        'fleet/.backstage/actions/v1/actions/fleet:list-fleet-items/invoke',
        { method: 'POST', body: '{}' },
      );
      assert.equal(invoked.body.output.total, 1);
    });
  }

  await t.test('each gets their own answer from one address', async () => {
    const route = 'fleet/items?domain=certificates';
    const [ours, theirs] = [
      await storefront.request(route),
      await payments.request(route),
    ];
    assert.notEqual(ours.etag, theirs.etag);
    for (const [who, own, foreign] of [
      [storefront, ours, theirs],
      [payments, theirs, ours],
      [storefront, ours, theirs],
    ] as const) {
      const ask = (etag: string | null) =>
        who.request(route, { headers: { 'if-none-match': etag! } });
      assert.equal((await ask(own.etag)).status, 304);
      const again = await ask(foreign.etag);
      assert.equal(again.status, 200);
      assert.deepEqual(
        again.body.items.map(({ id }) => id),
        own.body.items.map(({ id }) => id),
      );
    }
  });

  await t.test('nobody who is not signed in gets anything', async () => {
    const { url } = platform.endpoints.backstage;
    for (const route of [
      'items',
      'incidents',
      'summary',
      'sources',
      'stream',
    ]) {
      const answer = await fetch(`${url}/api/fleet/${route}`);
      assert.equal(answer.status, 401, route);
    }
  });

  await sandbox('heal');
  for (const { tab, own } of sides) {
    await tab.until(() => tab.known.get(`items/${own}`)?.status === 'healthy');
  }
});

test('a label in a repository of their own gives nobody access', async () => {
  const checkout = await Checkout.clone(platform, SERVICE);
  const github = new GithubApi(platform.endpoints);
  const namespace = JSON.stringify(namespaceOf(SERVICE, 'payments'));
  // As people write it, and so that it is found by rendering only.
  const forms: Record<string, string> = {
    'namespace.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: attic-dev
  labels: { slipway.dev/owner: payments }
`,
    'flow.yaml': namespace,
    'namespace.json': namespace,
  };
  for (const [file, text] of Object.entries(forms)) {
    const sha = await checkout.push(`Give it away by ${file}`, () => {
      fs.readdirSync(checkout.path('deploy'))
        .filter(name => name in forms)
        .forEach(name => fs.rmSync(checkout.path(`deploy/${name}`)));
      const list = checkout.path('deploy/kustomization.yaml');
      const content = fs.readFileSync(list, 'utf8');
      fs.writeFileSync(
        list,
        content.replace('resources:\n', `resources:\n  - ${file}\n`),
      );
      fs.writeFileSync(checkout.path(`deploy/${file}`), text);
    });
    const { conclusion, log } = await github.endedRun(SERVICE, sha);
    assert.equal(conclusion, 'failure', `${file}: ${log}`);
    assert.match(log, /a Namespace; those are the platform's/);
  }
  const { owner } = await engineer.itemOf(ATTIC);
  assert.equal(owner, 'group:default/storefront');
  assert.deepEqual([...(await payments.items()).keys()], [LEDGER]);
});

test('whose a namespace is, the platform says, also to who is looking', async () => {
  const tabs = [await storefront.openStream(), await payments.openStream()];
  await kubectl(
    ...['label', 'namespace', 'ledger-dev', '--overwrite'],
    'slipway.dev/owner=storefront',
  );
  await tabs[0].until(() => tabs[0].known.has(`items/${LEDGER}`));
  await tabs[1].until(() => tabs[1].removed.has(`items/${LEDGER}`));
  assert.equal((await payments.item(LEDGER)).status, 404);
  assert.equal((await payments.items()).size, 0);
});

test('no credential and no key was told or kept', async () => {
  const secrets = readSecrets(platform);
  const { items }: { items: { data?: Record<string, string> }[] } = JSON.parse(
    await kubectl('get', 'secrets', '--all-namespaces', '--output', 'json'),
  );
  const keys = items.flatMap(({ data = {} }) => [data['tls.key'], data.token]);
  const encoded = secrets.map(secret => Buffer.from(secret).toString('base64'));
  const told = [engineer, storefront, payments].map(who => who.told()).join('');
  for (const text of [...secrets, ...encoded, ...keys.filter(Boolean)]) {
    assert.ok(!told.includes(text));
  }
  // The address is in nothing that payments asked for.
  assert.ok(engineer.told().includes('attic.dev-1.localhost'));
  assert.ok(!payments.told().includes('attic.dev-1.localhost'));
  assert.deepEqual(findSecrets(platform), []);
});

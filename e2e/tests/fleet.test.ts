import assert from 'node:assert/strict';
import { after, before, test, type TestContext } from 'node:test';
import { CountingProxy } from '../lib/CountingProxy.ts';
import { eventually } from '../lib/eventually.ts';
import { FleetApi } from '../lib/FleetApi.ts';
import type { FleetStream } from '../lib/FleetStream.ts';
import { runSandboxCommand } from '../lib/runSandboxCommand.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';

const INGRESS = 'certificates/dev-1/ingress-nginx';
const HUB_ITEM = 'certificates/platform/argocd/argocd-server-tls';

let platform: Platform;
let engineer: FleetApi;

before(async () => {
  platform = await startPlatform({ inParts: true });
  engineer = await FleetApi.signIn(platform.endpoints, 'platform-engineer');
});

after(async () => {
  engineer?.close();
  await platform?.stop();
});

const sandbox = (...args: string[]) =>
  runSandboxCommand(platform, 'sandbox', args);

const hub = (...args: string[]) =>
  runSandboxCommand(platform, 'kubectl', [
    '--kubeconfig',
    platform.endpoints.clusters[0].kubeconfig,
    ...args,
  ]);

async function isLive(name: string) {
  const { state, reachable, resources } = await engineer.source(name);
  assert.deepEqual({ state, reachable }, { state: 'live', reachable: true });
  for (const { resource, state: known } of resources) {
    assert.match(known, /^(live|absent|forbidden)$/, resource);
  }
}

/** Says how long it took; that it happens at all is what the test holds to. */
async function told(
  t: TestContext,
  stream: FleetStream,
  what: { title: string; item: string; isSo: (cause: string) => boolean },
) {
  const begun = performance.now();
  await stream.until(() => {
    const item = stream.known.get(`items/${what.item}`);
    return what.isSo(item ? item.finding?.cause ?? item.status! : '');
  });
  t.diagnostic(`${what.title}: ${secondsSince(begun)} s`);
}

function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(2);
}

test('every cluster is seen, also one that only the hub knows', async () => {
  await eventually(async () => {
    const items = await engineer.items();
    for (const id of [HUB_ITEM, `${INGRESS}/wildcard`, `${INGRESS}/apex`]) {
      assert.equal(items.get(id)?.status, 'healthy', id);
    }
  });
  await eventually(() => isLive('platform'));
  await eventually(() => isLive('dev-1'));
});

test('pages cost no cluster a request', async () => {
  const { server } = platform.endpoints.clusters[1];
  const proxy = await CountingProxy.open(server);
  const lead = (url: string) =>
    hub(
      ...['patch', 'secret', 'cluster-dev-1', '--namespace', 'slipway-fleet'],
      ...['--type', 'merge', '--patch'],
      JSON.stringify({ stringData: { server: url } }),
    );
  try {
    await lead(proxy.url);
    await eventually(async () => {
      assert.equal((await engineer.source('dev-1')).server, proxy.url);
      await isLive('dev-1');
    });
    // A watch that is resumed in between is no page's fault, so once is enough.
    await eventually(async () => {
      const before = proxy.sent;
      await Promise.all([...Array(20)].map(viewPages));
      assert.equal(proxy.sent, before);
    });
    const before = proxy.sent;
    const asked = `item=${INGRESS}/wildcard&kind=Certificate&namespace=ingress-nginx&name=wildcard`;
    await engineer.read(`objects?${asked}`);
    assert.ok(proxy.sent > before, 'what is asked live is asked');
  } finally {
    await lead(server);
    await eventually(async () => {
      assert.equal((await engineer.source('dev-1')).server, server);
      await isLive('dev-1');
    });
    await proxy.close();
  }
});

async function viewPages() {
  await engineer.read('summary');
  await engineer.read('incidents');
  await engineer.read('sources');
  await engineer.items(
    'domain=certificates&cluster=dev-1&sort=details.notAfter',
  );
  assert.equal((await engineer.item(`${INGRESS}/wildcard`)).status, 200);
  const stream = await engineer.openStream();
  stream.close();
}

test('a failing renewal is told with its cause, and its end', async t => {
  const stream = await engineer.openStream();
  const cases = [
    ['acme-account', 'wildcard', 'certificate.issuer.acme-account'],
    ['dns-provider', 'wildcard', 'certificate.dns01.present-refused'],
    ['rate-limit', 'wildcard', 'certificate.acme.rate-limited'],
  ];
  for (const [fault, name, cause] of cases) {
    const item = `${INGRESS}/${name}`;
    await sandbox('break', fault, `dev-1/ingress-nginx/${name}`);
    await told(t, stream, {
      title: `${fault} to browser`,
      item,
      isSo: now => now === cause,
    });
    const { status, finding, incident } = await engineer.itemOf(item);
    assert.equal(status, 'at-risk');
    assert.ok(finding);
    assert.match(finding.says, /ACME account|record set|rateLimited/);
    assert.ok(Date.parse(finding.until ?? '') > Date.now());
    const incidents = await engineer.incidents();
    assert.deepEqual(
      incidents.map(one => [one.id, one.root]),
      [[incident, finding.root]],
    );

    await sandbox('heal');
    await told(t, stream, {
      title: `${fault} healed to browser`,
      item,
      isSo: now => now === 'healthy',
    });
  }
  const incidents = await engineer.incidents('state=closed');
  for (const [, , cause] of cases) {
    assert.ok(incidents.some(one => one.cause === cause));
  }
  stream.close();
});

test('a dead cluster is a badge, with 100 tabs open and over a restart', async t => {
  const people = ['platform-engineer', 'developer', 'payments-developer'];
  const users = await Promise.all(
    [...Array(10)].map((_, index) =>
      FleetApi.signIn(platform.endpoints, people[index % people.length]),
    ),
  );
  const streams = await Promise.all(
    [...Array(100)].map((_, index) => users[index % users.length].openStream()),
  );
  const seers = streams.filter(
    (_, index) => (index % users.length) % people.length === 0,
  );
  const hubItem = await engineer.itemOf(HUB_ITEM);
  const before = await engineer.itemOf(`${INGRESS}/wildcard`);

  await t.test('all are told, and nothing else changes', async () => {
    await sandbox('break', 'cluster-gone', 'dev-1');
    const asked = performance.now();
    assert.ok((await engineer.items()).has(`${INGRESS}/wildcard`));
    t.diagnostic(`items while a cluster is dead: ${secondsSince(asked)} s`);
    for (const stream of seers) {
      await stream.until(
        () =>
          stream.known.get(`items/${INGRESS}/wildcard`)?.finding?.cause ===
          'certificate.cluster.unreachable',
      );
    }
    t.diagnostic(`unreachable to all tabs: ${secondsSince(asked)} s`);
    await Promise.all(
      streams.map(stream =>
        stream.until(
          () => stream.known.get('sources/cluster/dev-1')?.reachable === false,
        ),
      ),
    );
    await assertDead();
    assert.deepEqual(await engineer.itemOf(HUB_ITEM), hubItem);
    assert.ok(!streams.some(({ known }) => known.has(`items/${HUB_ITEM}`)));
    const { url } = platform.endpoints.backstage;
    const readiness = await fetch(`${url}/.backstage/health/v1/readiness`);
    assert.equal(readiness.status, 200, await readiness.text());
    const other = await engineer.request('catalog/entity-facets?facet=kind');
    assert.equal(other.status, 200, other.text);
  });

  async function assertDead() {
    const { state, reachable, lastContact, error } = await engineer.source(
      'dev-1',
    );
    assert.deepEqual(
      { state, reachable },
      { state: 'stale', reachable: false },
    );
    assert.ok(Date.parse(lastContact ?? '') < Date.now());
    assert.match(error ?? '', /ECONNREFUSED/);
    const { status, finding, details } = await engineer.itemOf(
      `${INGRESS}/wildcard`,
    );
    assert.equal(status, 'unknown');
    assert.equal(finding?.cause, 'certificate.cluster.unreachable');
    assert.equal(finding?.root, 'dev-1/Cluster//dev-1');
    assert.equal(details.notAfter, before.details.notAfter);
  }

  await t.test(
    'after a restart what was known is there, marked stale',
    async () => {
      users.forEach(user => user.close());
      await platform.restartBackstage();
      engineer = await FleetApi.signIn(platform.endpoints, 'platform-engineer');
      const { state, reachable } = await engineer.source('dev-1');
      assert.deepEqual(
        { state, reachable },
        { state: 'stale', reachable: false },
      );
      await assertDead();
      await eventually(() => isLive('platform'));
      assert.equal((await engineer.itemOf(HUB_ITEM)).status, 'healthy');
    },
  );

  await t.test('and comes back', async () => {
    const stream = await engineer.openStream();
    await sandbox('heal');
    await told(t, stream, {
      title: 'cluster back to browser',
      item: `${INGRESS}/wildcard`,
      isSo: now => now === 'healthy',
    });
    await eventually(() => isLive('dev-1'));
    const item = await engineer.itemOf(`${INGRESS}/wildcard`);
    assert.deepEqual(item.details, before.details);
  });
});

test('a recorded outage is one incident with all that it hits', async () => {
  await sandbox('museum', 'dns-zone-outage-many-certificates');
  const statuses = {
    'ledger/ledger-tls': 'at-risk',
    'pay/pay-tls': 'failing',
    'portal/portal-tls': 'failing',
    'reports/reports-tls': 'progressing',
    'www/www-tls': 'healthy',
  };
  const zone = await eventually(async () => {
    const items = await engineer.items(
      'domain=certificates&cluster=prod-1&sort=name&order=asc',
    );
    assert.deepEqual(
      Object.fromEntries(
        [...items].map(([id, { status }]) => [
          id.replace('certificates/prod-1/', ''),
          status,
        ]),
      ),
      statuses,
    );
    const incidents = await engineer.incidents();
    assert.equal(incidents.length, 1);
    return incidents[0];
  });
  assert.equal(zone.root, 'dns/Zone//example.net');
  assert.equal(zone.cause, 'certificate.dns01.zone-broken');
  assert.match(zone.says, /SERVFAIL/);
  assert.equal(zone.memberCount, 4);
  assert.deepEqual([...zone.impact].sort(), [
    'ledger.example.net',
    'pay.example.net',
    'portal.example.net',
    'reports.example.net',
  ]);
  await sandbox('museum');
  await eventually(async () => {
    assert.equal((await engineer.items('cluster=prod-1')).size, 0);
    await assert.rejects(engineer.source('prod-1'), /no source/);
  });
});

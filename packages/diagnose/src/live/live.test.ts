import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { FakeApiServer } from '../testing/FakeApiServer';

const bin = path.resolve(__dirname, '../../bin/slipway-diagnose');
let folder: string;
let server: FakeApiServer;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'diagnose-live-'));
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

function certificate(name: string) {
  return {
    metadata: { name, namespace: 'shop', uid: name },
    spec: { secretName: name, dnsNames: ['shop.example.org'] },
  };
}

/** What Argo CD knows of another cluster. */
const registration = {
  metadata: {
    name: 'cluster-prod-2',
    namespace: 'argocd',
    uid: 'registration',
    labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
  },
  data: {
    name: Buffer.from('prod-2').toString('base64'),
    server: Buffer.from('https://prod-2.example.org').toString('base64'),
  },
};

/** The client for kubeconfigs is an ES module: it is loaded in a process of its own. */
async function runLive(...argv: string[]) {
  const kubeconfig = path.join(folder, 'config');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'prod-1',
      clusters: [{ name: 'c', cluster: { server: server.url } }],
      users: [{ name: 'u', user: { token: 'the-token' } }],
      contexts: [{ name: 'prod-1', context: { cluster: 'c', user: 'u' } }],
    }),
  );
  const child = spawn(
    process.execPath,
    [bin, '--json', '--kubeconfig', kubeconfig, ...argv],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, err, code };
}

it('reads a live cluster page by page, and says what it may not read', async () => {
  server = await FakeApiServer.start(url => {
    if (url.pathname.endsWith('/certificates')) {
      const isFirst = !url.searchParams.has('continue');
      return {
        status: 200,
        body: {
          metadata: isFirst ? { continue: 'more' } : {},
          items: [certificate(isFirst ? 'a-tls' : 'b-tls')],
        },
      };
    }
    if (url.pathname === '/api/v1/namespaces/argocd/secrets') {
      return { status: 200, body: { metadata: {}, items: [registration] } };
    }
    if (url.pathname === '/api/v1/secrets') {
      const message = 'secrets is forbidden: User "u" cannot list';
      return { status: 403, body: { message } };
    }
    return undefined;
  });
  const { code, out, err } = await runLive('--context', 'prod-1');
  expect(code).toBe(0);
  expect(
    JSON.parse(out)
      .items.map(({ subject }: { subject: string }) => subject)
      .sort(),
  ).toEqual([
    'certificates/prod-1/shop/a-tls',
    'certificates/prod-1/shop/b-tls',
    'clusters/prod-1//prod-1',
    'clusters/prod-2//prod-2',
  ]);
  expect(err).toContain('secrets may not be read: secrets is forbidden');
  expect(
    server.requests.every(line => /^GET .* Bearer the-token$/.test(line)),
  ).toBe(true);
});

it('says what is wrong with the way to a cluster', async () => {
  server = await FakeApiServer.start(() => ({
    status: 401,
    body: { message: 'Unauthorized' },
  }));
  const refused = await runLive();
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('answers 401: Unauthorized');
  expect(refused.err).not.toContain('the-token');
  const unknown = await runLive('--context', 'none');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('there is no context "none", only prod-1');
});

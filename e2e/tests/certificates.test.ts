import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openPage, type WatchedPage } from '../lib/openPage.ts';
import { runSandboxCommand } from '../lib/runSandboxCommand.ts';
import { signIn } from '../lib/signIn.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';
import { waitForRest } from '../lib/waitForRest.ts';

const WILDCARD = 'dev-1/ingress-nginx/wildcard';
const APEX = 'dev-1/ingress-nginx/apex';
const PAGES = {
  certificates: '/certificates',
  incidents: '/certificates?group=incident',
  filtered:
    '/certificates?root=dev-1/ClusterIssuer//letsencrypt&details=issuerName=letsencrypt',
  certificate: `/certificates/${WILDCARD}`,
  cause: '/certificates/causes/certificate.issuer.acme-account',
  cluster: '/catalog/default/resource/dev-1/certificates',
};
const LOOKS = [
  { name: 'desktop', width: 1280, colorScheme: 'light' },
  { name: 'narrow', width: 400, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
] as const;
/** Of a service of team storefront, from an issuer that does not exist. */
const OWNED = `
apiVersion: v1
kind: Namespace
metadata:
  name: shop-dev
  labels:
    slipway.dev/owner: storefront
    slipway.dev/service: shop
    slipway.dev/environment: dev
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: shop-dev
spec:
  secretName: shop-tls
  dnsNames: [shop.dev-1.localhost]
  issuerRef:
    kind: Issuer
    name: nobody
`;

let platform: Platform;
let browser: WatchedPage;
let page: Page;

const sandbox = (...args: string[]) =>
  runSandboxCommand(platform, 'sandbox', args);
const open = (where: string) =>
  page.goto(platform.endpoints.backstage.url + where);
const rowOf = (name: string) =>
  page.getByRole('row', { name: new RegExp(`^${name} `) });
/** The answer on top of the page of a certificate. */
const answer = (words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first();

async function openAs(person: string): Promise<void> {
  await browser?.close();
  browser = await openPage();
  page = browser.page;
  await signIn(page, platform.endpoints.backstage.url, person);
}

before(async () => {
  platform = await startPlatform();
  await openAs('Pat Platform');
});

after(async () => {
  await browser?.close();
  await platform?.stop();
});

test('a platform engineer sees every certificate, and opens one', async () => {
  await open('/');
  await page.getByRole('link', { name: 'Certificates' }).first().click();
  await rowOf('platform-ca').waitFor();
  await rowOf('argocd-server-tls').waitFor();
  await rowOf('apex').waitFor();
  await rowOf('wildcard').click();
  await page.waitForURL(`**/certificates/${WILDCARD}`);
  await answer(/valid until .* renews itself/).waitFor();
  await page.getByText('ClusterIssuer/letsencrypt').first().waitFor();
});

test('a certificate breaks for three reasons and heals, while one looks on', async t => {
  const faults = [
    {
      fault: 'acme-account',
      target: WILDCARD,
      title: 'ACME account is not accepted',
      says: /exists but is deactivated/,
    },
    {
      fault: 'dns-provider',
      target: APEX,
      title: 'DNS provider refuses the record',
      says: /Forbidden/,
    },
    {
      fault: 'rate-limit',
      target: WILDCARD,
      title: 'Rate limit of the certificate authority',
      says: /too many certificates/,
    },
  ];
  for (const { fault, target, title, says } of faults) {
    await t.test(fault, async () => {
      await open(`/certificates/${target}`);
      await answer('healthy').waitFor();
      await sandbox('break', fault, target);
      await page.getByRole('heading', { name: title }).waitFor();
      await answer(/at risk.*stops working/s).waitFor();
      await page.locator('blockquote').filter({ hasText: says }).waitFor();
      await browser.picture(`certificate-${fault}`);
      await sandbox('heal');
      await answer(/healthy.*renews itself/s).waitFor();
      assert.equal(await page.getByRole('heading', { name: title }).count(), 0);
    });
  }
});

test('the list and its incidents follow too', async () => {
  await open('/certificates');
  await rowOf('apex').filter({ hasText: 'healthy' }).waitFor();
  await sandbox('break', 'acme-account', APEX);
  await rowOf('apex')
    .filter({ hasText: 'ACME account is not accepted' })
    .waitFor();
  await page.getByText('Group by incident').click();
  const line = page.getByRole('article').filter({
    hasText: 'ACME account is not accepted',
  });
  await line.getByText(/^\d certificates?, /).click();
  await line.getByRole('link', { name: 'apex' }).waitFor();
  await line.getByRole('link', { name: /ClusterIssuer letsencrypt/ }).click();
  await page.waitForURL('**/certificates?root=*');
  await rowOf('apex').waitFor();
  await page.getByText('To be repaired: ClusterIssuer letsencrypt').waitFor();
});

test('one filters by issuer, and goes back', async () => {
  await open('/certificates');
  await rowOf('apex').waitFor();
  await page.getByRole('button', { name: /Issuer$/ }).click();
  await page.getByRole('option', { name: 'letsencrypt' }).click();
  await rowOf('platform-ca').waitFor({ state: 'detached' });
  await rowOf('apex').waitFor();
  await page.getByText('Group by incident').click();
  await page.getByRole('article').first().waitFor();
  await page.goBack();
  await page.goBack();
  await rowOf('platform-ca').waitFor();
});

for (const look of LOOKS) {
  test(`every page shows without an error: ${look.name}`, async t => {
    const other = await openPage(look);
    const { url } = platform.endpoints.backstage;
    await signIn(other.page, url, 'Pat Platform');
    for (const [name, where] of Object.entries(PAGES)) {
      await t.test(name, async () => {
        await other.page.goto(url + where);
        await other.page.getByText('live', { exact: true }).first().waitFor();
        await waitForRest(other.page);
        await other.picture(`${name}-${look.name}`);
        const overflow = await other.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(overflow <= 0, `${overflow} px wider than the window`);
        const { violations } = await new AxeBuilder({
          page: other.page,
        }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        assert.deepEqual(serious, []);
        assert.deepEqual(other.problems, []);
      });
    }
    await other.close();
  });
}

test('one renews a certificate, told first what it costs', async () => {
  await sandbox('heal');
  await open('/certificates/platform/argocd/argocd-server-tls');
  await answer('healthy').waitFor();
  await page.getByRole('button', { name: 'Renew now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('What will change').waitFor();
  await browser.picture('certificate-renew');
  await dialog.getByRole('button', { name: 'Renew now' }).click();
  await page.getByText('Renew now: done').waitFor();
  await page
    .getByRole('definition')
    .filter({ hasText: /^2 times$/ })
    .waitFor();
});

test('a recorded scenario is looked at in a museum', async () => {
  await sandbox('museum', 'rate-limited-same-names');
  await open('/certificates?cause=certificate.acme.rate-limited');
  await page
    .getByRole('row')
    .filter({ hasText: 'Rate limit of the certificate authority' })
    .first()
    .click();
  await page
    .getByRole('heading', { name: 'Rate limit of the certificate authority' })
    .waitFor();
  await page.getByRole('link', { name: 'About this cause' }).click();
  await page.getByText('It may pass by itself.').waitFor();
  await browser.picture('certificate-museum');
  await sandbox('museum');
});

test('a developer sees what is theirs, as it comes, and nothing else', async () => {
  await openAs('Dana Developer');
  await open('/certificates');
  await page.getByText('No certificates', { exact: true }).first().waitFor();
  const file = path.join(platform.state, 'shop-tls.yaml');
  fs.writeFileSync(file, OWNED);
  const cluster = platform.endpoints.clusters.find(
    ({ name }) => name === 'dev-1',
  );
  await runSandboxCommand(platform, 'kubectl', [
    '--kubeconfig',
    String(cluster?.kubeconfig),
    'apply',
    '-f',
    file,
  ]);
  await rowOf('shop-tls')
    .filter({ hasText: 'Issuer does not exist' })
    .waitFor();
  assert.equal(await rowOf('wildcard').count(), 0);
  await open(`/certificates/${WILDCARD}`);
  await page.getByText('There is no certificate wildcard here').waitFor();
  const tab = page.getByRole('main').getByText('Certificates');
  await open('/catalog/default/resource/platform');
  await page.getByText('Overview').waitFor();
  assert.equal(await tab.count(), 0);
  await open('/catalog/default/resource/dev-1/certificates');
  await rowOf('shop-tls').waitFor();
  assert.equal(await page.getByRole('row').count(), 2);
});

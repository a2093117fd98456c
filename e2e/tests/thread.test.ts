import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from '../lib/eventually.ts';
import { git } from '../lib/git.ts';
import { openPage, type WatchedPage } from '../lib/openPage.ts';
import { requestService } from '../lib/requestService.ts';
import { signIn } from '../lib/signIn.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';
import { waitForDocs } from '../lib/waitForDocs.ts';

const NAME = 'shop';
const HOST = `${NAME}-dev.dev-1.localhost`;

let platform: Platform;
let browser: WatchedPage;

before(async () => {
  platform = await startPlatform();
  browser = await openPage();
});

after(async () => {
  await browser?.close();
  await platform?.stop();
});

test('from one form to a running service, and from a push to its next version', async t => {
  const { backstage, github, proxy } = platform.endpoints;
  const { page } = browser;
  const ca = fs.readFileSync(proxy.caFile, 'utf8');

  await t.test('a developer fills in the form', async () => {
    await signIn(page, backstage.url, 'Dana Developer');
    await page.getByRole('link', { name: 'Create', exact: true }).click();
    await page.getByText('Web service').first().waitFor();
    await page.goto(`${backstage.url}/create/templates/default/web-service`);
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await browser.picture('form');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox', { name: 'Repository name' }).waitFor();
    assert.equal(
      await page.getByRole('textbox', { name: 'Repository name' }).inputValue(),
      NAME,
    );
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByText(`/acme/${NAME} with a first version`).waitFor();
    await browser.picture('review');
    await page.getByRole('button', { name: 'Create' }).click();
  });

  await t.test('the task ends with links', async () => {
    await page
      .getByRole('link', { name: 'Open in the catalog' })
      .waitFor({ timeout: 90_000 });
    await browser.picture('task');
  });

  await t.test('the service answers, over https too', async () => {
    const plain = await requestService(HOST, proxy.http);
    assert.deepEqual(plain, { status: 200, body: `Hello from ${NAME}\n` });
    const secure = await requestService(HOST, proxy.https, { ca });
    assert.equal(secure.body, plain.body);
  });

  await t.test('the entity page shows pods, docs and links', async () => {
    await page.getByRole('link', { name: 'Open in the catalog' }).click();
    await page.getByRole('heading', { name: NAME }).waitFor();
    await page.getByRole('link', { name: 'Repository' }).first().waitFor();
    await browser.picture('entity');
    await page.getByRole('link', { name: 'Kubernetes' }).click();
    await page.getByText('1 pod').first().waitFor();
    await browser.picture('entity-kubernetes');
    await waitForDocs(platform, `component/${NAME}`);
    await page.getByRole('link', { name: 'Docs' }).last().click();
    await page.getByRole('heading', { name: NAME, level: 1 }).first().waitFor();
    await browser.picture('entity-docs');
  });

  await t.test('a push changes what the address answers', async () => {
    const folder = fs.mkdtempSync(path.join(platform.state, 'clone-'));
    const greeting = 'Hello from a push';
    await git(
      folder,
      ['clone', '--quiet', `${github.web}/acme/${NAME}.git`, NAME],
      github.token,
    );
    const clone = path.join(folder, NAME);
    const source = path.join(clone, 'src/greeting.js');
    fs.writeFileSync(
      source,
      fs.readFileSync(source, 'utf8').replace(`Hello from ${NAME}`, greeting),
    );
    await git(clone, ['commit', '--quiet', '--all', '-m', 'Greet anew']);
    const pushed = Date.now();
    await git(clone, ['push', '--quiet'], github.token);
    await eventually(async () => {
      const { body } = await requestService(HOST, proxy.https, { ca });
      assert.equal(body, `${greeting}\n`);
    });
    t.diagnostic(
      `push to new greeting: ${((Date.now() - pushed) / 1000).toFixed(1)} s`,
    );
  });

  await t.test('nothing went wrong in the browser', () => {
    assert.deepEqual(browser.problems, []);
  });
});

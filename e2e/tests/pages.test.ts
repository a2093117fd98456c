import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { openPage } from '../lib/openPage.ts';
import { signIn } from '../lib/signIn.ts';
import { startPlatform, type Platform } from '../lib/startPlatform.ts';
import { waitForDocs } from '../lib/waitForDocs.ts';

const PAGES = {
  home: '/',
  catalog: '/catalog',
  create: '/create',
  template: '/create/templates/default/web-service',
  docs: '/docs',
  handbook: '/docs/default/system/slipway',
  settings: '/settings',
  notifications: '/notifications',
  entity: '/catalog/default/system/slipway',
};

const LOOKS = [
  { name: 'desktop', width: 1280, colorScheme: 'light' },
  { name: 'narrow', width: 400, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
] as const;

let platform: Platform;

before(async () => {
  platform = await startPlatform();
  await waitForDocs(platform, 'system/slipway');
});

after(async () => {
  await platform?.stop();
});

for (const look of LOOKS) {
  test(`every page shows without an error: ${look.name}`, async t => {
    const browser = await openPage(look);
    const { page } = browser;
    const { url } = platform.endpoints.backstage;
    await signIn(page, url, 'Pat Platform');
    for (const [name, path] of Object.entries(PAGES)) {
      await t.test(name, async () => {
        await page.goto(url + path);
        await page.waitForLoadState('networkidle');
        await browser.picture(`${name}-${look.name}`);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(overflow <= 0, `${overflow} px wider than the window`);
        assert.deepEqual(browser.problems, []);
      });
    }
    await browser.close();
  });
}

test('our own pages are accessible', async t => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const browser = await openPage({ colorScheme });
    const { page } = browser;
    const { url } = platform.endpoints.backstage;
    const check = async (name: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      await t.test(`${name}, ${colorScheme}`, () =>
        assert.deepEqual(serious, []),
      );
    };
    await page.goto(url);
    await page
      .getByRole('button', { name: /^Sign in as/ })
      .first()
      .waitFor();
    await check('sign-in');
    await signIn(page, url, 'Dana Developer');
    await page.waitForLoadState('networkidle');
    await check('home');
    await browser.close();
  }
});

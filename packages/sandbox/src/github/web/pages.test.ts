import http from 'node:http';
import { createApiClient } from '../testing/createApiClient';
import { startTestGitHub, TestGitHub } from '../testing/startTestGitHub';

jest.setTimeout(60_000);

describe('the web view', () => {
  let test: TestGitHub;

  beforeAll(async () => {
    test = await startTestGitHub();
    const call = createApiClient(test.github, 'developer');
    await call('POST', '/orgs/acme/repos', { name: 'shop', private: true });
    for (const [path, text] of Object.entries({
      'README.md':
        '# Shop\n\n<script>alert(1)</script> [docs](docs/a.md) [bad](javascript:alert(1))',
      'docs/<img src=x onerror=alert(1)>.txt': '<b>bold</b>',
      'docs/evil.html': '<script>alert(1)</script>',
    })) {
      await call(
        'PUT',
        `/repos/acme/shop/contents/${encodeURIComponent(path)}`,
        {
          message: `Add ${path}`,
          content: Buffer.from(text).toString('base64'),
        },
      );
    }
  });
  afterAll(() => test.stop());

  async function signIn(login: string): Promise<string> {
    const { headers } = await post('/login', { login });
    return headers.get('set-cookie')!.split(';')[0];
  }

  function post(
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    return fetch(`${test.github.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: test.github.url, ...headers },
      body: new URLSearchParams(form),
    });
  }

  async function get(path: string, cookie = '') {
    const response = await fetch(`${test.github.url}${path}`, {
      headers: { cookie },
    });
    return { status: response.status, text: await response.text(), response };
  }

  it('shows code, files, commits and history of what is public', async () => {
    for (const path of [
      '/',
      '/acme',
      '/acme/platform',
      '/acme/platform/tree/main/services',
      '/acme/platform/blob/main/CODEOWNERS',
      '/acme/platform/blob/main/README.md',
      '/acme/platform/commits',
      '/acme/platform/commits/main',
      '/acme/platform/pulls',
      '/orgs/acme/teams/storefront',
      '/login',
      '/assets/style.css',
      '/avatars/developer.svg',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    const { text } = await get('/acme/platform');
    expect(text).toContain(`git clone ${test.github.url}/acme/platform.git`);
    expect(text).toContain('/home/dev/.sandbox/credentials');
    expect(text).not.toMatch(/gh[ps]_/);
    expect((await get('/acme/platform/blob/main/absent')).status).toBe(404);
    expect((await get('/acme/platform/tree/absent')).status).toBe(404);
  });

  it('hides private repositories until somebody signs in', async () => {
    const hidden = await get('/acme/shop');
    expect(hidden.status).toBe(404);
    expect(hidden.text).toContain('Sign in');
    const cookie = await signIn('developer');
    expect((await get('/acme/shop', cookie)).status).toBe(200);
    const forged = cookie.replace('developer.', 'platform-engineer.');
    expect((await get('/acme/shop', forged)).status).toBe(404);
  });

  it('lets nobody sign in as a machine', async () => {
    expect((await post('/login', { login: 'sandbox-admin' })).status).toBe(422);
  });

  it('redirects to pages of its own only', async () => {
    const { headers } = await post('/login', {
      login: 'developer',
      return_to: '//evil.example',
    });
    expect(headers.get('location')).toBe('/');
  });

  it('leads back to the page that sign-in was chosen on', async () => {
    const back = async (referer: string) => {
      const response = await fetch(`${test.github.url}/login`, {
        headers: { referer },
      });
      const field = /name="return_to" value="([^"]*)"/;
      return field.exec(await response.text())?.[1];
    };
    expect(await back(`${test.github.url}/acme/shop?x=1`)).toBe(
      '/acme/shop?x=1',
    );
    expect(await back(`${test.github.url}//evil.example`)).toBe('/');
    expect(await back('http://evil.example/acme/shop')).toBe('/');
  });

  it('shows what was pushed as text, and never runs it', async () => {
    const cookie = await signIn('developer');
    const home = await get('/acme/shop', cookie);
    expect(home.text).not.toContain('<script>');
    expect(home.text).not.toContain('href="javascript:');
    expect(home.text).toContain('href="/acme/shop/blob/main/docs/a.md"');
    const folder = await get('/acme/shop/tree/main/docs', cookie);
    expect(folder.text).not.toContain('<img src=x');
    const raw = await get('/acme/shop/raw/main/docs/evil.html', cookie);
    expect(raw.response.headers.get('content-type')).toContain('text/plain');
    expect(raw.response.headers.get('content-security-policy')).toContain(
      'sandbox',
    );
  });

  it('takes forms of its own pages only', async () => {
    const cookie = await signIn('developer');
    for (const origin of ['http://evil.example', 'null', '']) {
      const answer = await post('/logout', {}, { origin, cookie });
      expect(answer.status).toBe(403);
    }
  });

  it('answers under its own names only', async () => {
    const status = await new Promise(resolve => {
      const { port } = test.github;
      const headers = { host: `evil.example:${port}` };
      http
        .get({ port, host: '127.0.0.1', path: '/', headers }, res => {
          res.resume();
          resolve(res.statusCode);
        })
        .on('error', resolve);
    });
    expect(status).toBe(421);
  });

  it('carries a proposal through review to merge', async () => {
    const call = createApiClient(test.github, 'developer');
    const main = await call('GET', '/repos/acme/platform/git/ref/heads/main');
    await call('POST', '/repos/acme/platform/git/refs', {
      ref: 'refs/heads/feature/pay',
      sha: main.body.object.sha,
    });
    await call('PUT', '/repos/acme/platform/contents/services/pay/new.yaml', {
      message: 'Add pay',
      content: Buffer.from('a: <b>\n').toString('base64'),
      branch: 'feature/pay',
    });
    const developer = await signIn('developer');
    const compare = await get(
      '/acme/platform/compare/main...feature/pay',
      developer,
    );
    expect(compare.text).toContain('Open pull request');
    const opened = await post(
      '/acme/platform/pulls',
      { base: 'main', head: 'feature/pay', title: 'Add <pay>', body: '' },
      { cookie: developer },
    );
    const page = opened.headers.get('location')!;
    expect(page).toMatch(/\/acme\/platform\/pull\/\d+/);
    const shown = await get(page, developer);
    expect(shown.text).toContain('Add &lt;pay&gt;');
    expect(shown.text).toContain('+a: &lt;b&gt;');
    expect(shown.text).toContain('Waiting on code owner review');
    expect(shown.text).toContain('Somebody else has to review');

    const anonymous = await post(`${page}/review`, { event: 'approve' });
    expect(anonymous.status).toBe(403);
    const own = await post(
      `${page}/review`,
      { event: 'approve' },
      { cookie: developer },
    );
    expect(own.status).toBe(422);
    const early = await post(`${page}/merge`, {}, { cookie: developer });
    expect(early.status).toBeGreaterThanOrEqual(400);

    const payments = await signIn('payments-developer');
    await post(
      `${page}/review`,
      { event: 'approve', body: 'Good' },
      { cookie: payments },
    );
    const { text } = await get(page, payments);
    expect(text).toContain('Nothing is missing');
    const [, sha] = /name="sha" value="([0-9a-f]+)"/.exec(text)!;
    const merged = await post(
      `${page}/merge`,
      { sha, method: 'squash' },
      { cookie: payments },
    );
    expect(merged.status).toBe(303);
    expect((await get(page)).text).toContain('Merged by payments-developer');
    const blob = await get('/acme/platform/blob/main/services/pay/new.yaml');
    expect(blob.text).toContain('a: &lt;b&gt;');
  });
});

import { createApiClient } from '../testing/createApiClient';
import { startTestGitHub, TestGitHub } from '../testing/startTestGitHub';

const base64 = (text: string) => Buffer.from(text).toString('base64');

jest.setTimeout(60_000);

describe('REST: repositories and contents', () => {
  let test: TestGitHub;

  beforeAll(async () => {
    test = await startTestGitHub();
  });
  afterAll(() => test.stop());

  const as = (login?: string) => createApiClient(test.github, login);

  it('seeds the platform repository', async () => {
    const { status, body, headers } = await as()('GET', '/repos/acme/platform');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      full_name: 'acme/platform',
      default_branch: 'main',
      private: false,
      clone_url: `${test.github.url}/acme/platform.git`,
    });
    expect(headers.get('x-github-enterprise-version')).toBe('3.19.0');
    const commits = await as()('GET', '/repos/acme/platform/commits');
    expect(commits.body).toHaveLength(1);
  });

  it('makes a repository as publish:github does', async () => {
    const call = as('slipway-bot');
    const owner = await call('GET', '/users/acme');
    expect(owner.body.type).toBe('Organization');
    const made = await call('POST', '/orgs/acme/repos', {
      name: 'shop',
      private: true,
      visibility: 'private',
      description: 'A shop',
      allow_merge_commit: true,
      has_issues: true,
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      private: true,
      owner: { login: 'acme' },
      permissions: { admin: true },
    });
    const team = await call(
      'PUT',
      '/orgs/acme/teams/storefront/repos/acme/shop',
      {
        permission: 'maintain',
      },
    );
    expect(team.status).toBe(204);
    for (const [slug, status] of [
      ['storefront', 204],
      ['payments', 404],
    ]) {
      const route = `/orgs/acme/teams/${slug}/repos/acme/shop`;
      expect((await call('GET', route)).status).toBe(status);
    }
    const person = await call(
      'PUT',
      '/repos/acme/shop/collaborators/developer',
      {
        permission: 'admin',
      },
    );
    expect(person.status).toBe(204);
    const topics = await call('PUT', '/repos/acme/shop/topics', {
      names: ['web'],
    });
    expect(topics.body.names).toEqual(['web']);
    expect(
      (await as('developer')('GET', '/repos/acme/shop')).body,
    ).toMatchObject({ permissions: { admin: true }, topics: ['web'] });
    expect((await as()('GET', '/repos/acme/shop')).status).toBe(404);
  });

  it('refuses a name that is taken, whatever its case', async () => {
    const { status, body } = await as('developer')('POST', '/orgs/acme/repos', {
      name: 'PLATFORM',
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      message: 'Repository creation failed.',
      errors: [{ message: 'name already exists on this account' }],
    });
  });

  it('lets one of two at once have the name', async () => {
    const call = as('developer');
    const made = await Promise.all(
      [1, 2].map(() => call('POST', '/orgs/acme/repos', { name: 'twins' })),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it.each(['', '..', 'a.git', 'x'.repeat(101), 'ending.wiki'])(
    'refuses the name %p',
    async name => {
      const { status } = await as('developer')('POST', '/orgs/acme/repos', {
        name,
      });
      expect(status).toBe(422);
    },
  );

  it('makes a dash of what a name may not have', async () => {
    const { body } = await as('developer')('POST', '/orgs/acme/repos', {
      name: 'ein hübscher/../Name',
    });
    expect(body.name).toBe('ein-h-bscher-..-Name');
  });

  it('writes, reads and deletes files, each once', async () => {
    const call = as('developer');
    await call('POST', '/orgs/acme/repos', { name: 'files' });
    const empty = await call('GET', '/repos/acme/files/contents/a.txt');
    expect(empty.body.message).toBe('This repository is empty.');

    const path = '/repos/acme/files/contents/docs/gr%C3%BC%C3%9Fe%20%23.md';
    const made = await call('PUT', path, {
      message: 'greet',
      content: base64('Grüße'),
    });
    expect(made.status).toBe(201);
    expect(made.body.content.path).toBe('docs/grüße #.md');
    const { sha } = made.body.content;

    const read = await call('GET', path);
    expect(Buffer.from(read.body.content, 'base64').toString()).toBe('Grüße');
    const raw = await call('GET', path, undefined, {
      accept: 'application/vnd.github.v3.raw',
    });
    expect(raw.body).toBe('Grüße');
    const again = await call('GET', path, undefined, {
      'if-none-match': read.headers.get('etag')!,
    });
    expect(again.status).toBe(304);

    const blind = { message: 'overwrite', content: base64('x') };
    const unseen = await call('PUT', path, blind);
    expect(unseen.status).toBe(422);
    expect(unseen.body.message).toContain(`"sha" wasn't supplied`);
    const stale = await call('PUT', path, { ...blind, sha: '0'.repeat(40) });
    expect(stale.status).toBe(409);
    expect(stale.body.message).toContain('does not match');
    expect((await call('PUT', path, { ...blind, sha })).status).toBe(200);

    const folder = await call('GET', '/repos/acme/files/contents/docs');
    expect(folder.body).toHaveLength(1);
    const now = folder.body[0].sha;
    const gone = await call('DELETE', `${path}?message=gone&sha=${now}`);
    expect(gone.status).toBe(200);
    expect((await call('GET', path)).status).toBe(404);
  });

  it.each([
    'contents/..%2f..%2fetc%2fpasswd',
    'contents/.git/config',
    'contents/a%00b',
    'contents/%2e%2e/%2e%2e/x',
    'git/trees/..%2f..',
    'git/trees/--help',
    'git/ref/heads/..%2fmain',
    'commits/--output=x',
    'commits/main~1',
    'tarball/--remote=x',
    'contents/README.md?ref=--upload-pack',
    'contents/README.md?ref=main:README.md',
  ])('does not fall for %s', async path => {
    const { status } = await fetch(
      `${test.github.apiUrl}/repos/acme/platform/${path}`,
    );
    expect([404, 409, 422]).toContain(status);
  });

  it.each(['../escape', '.git/hooks/x', '/absolute', 'a//b', 'a/../b'])(
    'does not write to %p',
    async path => {
      const { status } = await as('developer')(
        'PUT',
        `/repos/acme/files/contents/${encodeURIComponent(path)}`,
        { message: 'x', content: '' },
      );
      expect(status).toBe(422);
    },
  );

  it('refuses to write to a protected branch', async () => {
    const { status, body } = await as('developer')(
      'PUT',
      '/repos/acme/platform/contents/sneaky',
      { message: 'x', content: '' },
    );
    expect(status).toBe(409);
    expect(body.message).toBe(
      'Could not create file: Changes must be made through a pull request.',
    );
  });

  it('pages lists and says where the rest is', async () => {
    const { headers, body } = await as('developer')(
      'GET',
      '/orgs/acme/repos?per_page=1&page=2',
    );
    expect(body).toHaveLength(1);
    expect(headers.get('link')).toContain('page=3>; rel="next"');
    expect(headers.get('link')).toContain('page=1>; rel="first"');
  });

  it('gives archives below one folder', async () => {
    const response = await fetch(
      `${test.github.apiUrl}/repos/acme/platform/tarball/main`,
    );
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    expect(response.headers.get('content-disposition')).toMatch(
      /acme-platform-[0-9a-f]{7}\.tar\.gz/,
    );
  });

  it('answers what catalog reading asks', async () => {
    const call = as('slipway-bot');
    const status = await call(
      'GET',
      '/repos/acme/platform/commits/main/status?per_page=0',
    );
    expect(status.body.state).toBe('pending');
    const { trees_url: trees, archive_url: archive } = status.body.repository;
    expect(archive).toContain('{archive_format}{/ref}');
    const tree = await call(
      'GET',
      trees
        .replace(test.github.apiUrl, '')
        .replace('{/sha}', `/${status.body.sha}?recursive=true`),
    );
    const entry = tree.body.tree.find(
      (item: { path: string }) => item.path === 'CODEOWNERS',
    );
    const blob = await call('GET', entry.url.replace(test.github.apiUrl, ''));
    expect(blob.body.encoding).toBe('base64');
    const readme = await call('GET', '/repos/acme/platform/readme');
    expect(readme.body.name).toBe('README.md');
  });

  it('searches code and repositories', async () => {
    const code = await as()(
      'GET',
      '/search/code?q=storefront+filename:CODEOWNERS+repo:acme/platform',
    );
    expect(code.body).toMatchObject({
      total_count: 1,
      items: [{ path: 'CODEOWNERS' }],
    });
    const found = await as()('GET', '/search/repositories?q=plat+org:acme');
    expect(found.body.items[0].full_name).toBe('acme/platform');
  });

  it('changes and deletes a repository', async () => {
    const call = as('developer');
    await call('POST', '/orgs/acme/repos', { name: 'old', auto_init: true });
    const changed = await call('PATCH', '/repos/acme/old', {
      name: 'new',
      description: 'renamed',
    });
    expect(changed.body.full_name).toBe('acme/new');
    const foreign = await as('payments-developer')('DELETE', '/repos/acme/new');
    expect(foreign.status).toBe(403);
    expect(foreign.body.message).toBe('Must have admin rights to Repository.');
    expect((await call('DELETE', '/repos/acme/new')).status).toBe(204);
    expect((await call('GET', '/repos/acme/new')).status).toBe(404);
  });

  it('says what is wrong with a request', async () => {
    const call = as('developer');
    const wrongToken = await call('GET', '/user', undefined, {
      authorization: 'Bearer ghp_wrong',
    });
    expect(wrongToken).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
    const bad = await call('POST', '/orgs/acme/repos', '{"name": ');
    expect(bad).toMatchObject({
      status: 400,
      body: { message: 'Problems parsing JSON' },
    });
    const wrongType = await call('POST', '/orgs/acme/repos', { name: 7 });
    expect(wrongType.status).toBe(422);
    expect(wrongType.body.message).toContain(
      `For 'properties/name', 7 is not a string.`,
    );
    const list = await call('POST', '/orgs/acme/repos', [1]);
    expect(list.status).toBe(422);
    const missing = await call('POST', '/orgs/acme/repos', {});
    expect(missing.body.message).toContain(`"name" wasn't supplied.`);
    const unknown = await call('GET', '/nothing/here');
    expect(unknown).toMatchObject({
      status: 404,
      body: { message: 'Not Found', status: '404' },
    });
    const huge = await call(
      'POST',
      '/orgs/acme/repos',
      JSON.stringify({ name: 'x'.repeat(51 * 1024 * 1024) }),
    );
    expect(huge.status).toBe(413);
  });

  it('answers under its own names only', async () => {
    const { status } = await fetch(`${test.github.url}/api/v3/meta`, {
      headers: { host: 'evil.example' },
    });
    expect([200, 421]).toContain(status);
  });

  it('knows people, the organisation and its teams', async () => {
    const call = as('developer');
    expect((await call('GET', '/user')).body.login).toBe('developer');
    expect((await call('GET', '/user/orgs')).body[0].login).toBe('acme');
    expect((await call('GET', '/user/teams')).body[0].slug).toBe('storefront');
    expect((await call('GET', '/orgs/acme')).body.login).toBe('acme');
    expect((await call('GET', '/orgs/acme/members')).body).toHaveLength(5);
    expect((await call('GET', '/orgs/acme/teams')).body).toHaveLength(3);
    const team = await call('GET', '/orgs/acme/teams/payments');
    expect(team.body.members_count).toBe(1);
    const members = await call('GET', '/orgs/acme/teams/payments/members');
    expect(members.body[0].login).toBe('payments-developer');
    expect((await call('GET', '/users/absent')).status).toBe(404);
    expect((await call('GET', '/meta')).status).toBe(200);
    expect((await call('GET', '/rate_limit')).status).toBe(200);
    expect((await call('GET', '/')).status).toBe(200);
  });

  it('keeps everything over a restart', async () => {
    const before = await as('developer')('GET', '/repos/acme/files/commits');
    await test.restart();
    const after = await as('developer')('GET', '/repos/acme/files/commits');
    expect(after.body).toEqual(before.body);
    expect(after.body.length).toBeGreaterThan(2);
  });
});

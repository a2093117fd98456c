import { createApiClient } from '../testing/createApiClient';
import { startTestGitHub, TestGitHub } from '../testing/startTestGitHub';

const GIT = '/repos/acme/data/git';

jest.setTimeout(60_000);

describe('REST: git data', () => {
  let test: TestGitHub;
  let head: string;
  let tree: string;

  const as = (login?: string) => createApiClient(test.github, login);

  beforeAll(async () => {
    test = await startTestGitHub();
    const call = as('developer');
    await call('POST', '/orgs/acme/repos', { name: 'data', auto_init: true });
    const commits = await call('GET', '/repos/acme/data/commits');
    head = commits.body[0].sha;
    tree = commits.body[0].commit.tree.sha;
  });
  afterAll(() => test.stop());

  async function commit(files: object[], parent = head) {
    const call = as('developer');
    const made = await call('POST', `${GIT}/trees`, {
      base_tree: tree,
      tree: files,
    });
    const { status, body } = await call('POST', `${GIT}/commits`, {
      message: 'by API',
      tree: made.body.sha,
      parents: [parent],
    });
    expect(status).toBe(201);
    return body.sha as string;
  }

  it('writes blobs, trees, commits and moves a branch', async () => {
    const call = as('developer');
    const blob = await call('POST', `${GIT}/blobs`, {
      content: Buffer.from([0, 255]).toString('base64'),
      encoding: 'base64',
    });
    const sha = await commit([
      { path: 'bin/x', mode: '100755', type: 'blob', sha: blob.body.sha },
      { path: 'text', mode: '100644', type: 'blob', content: 'hello' },
    ]);
    const read = await call('GET', `${GIT}/commits/${sha}`);
    expect(read.body).toMatchObject({
      message: 'by API',
      author: { name: 'The developer' },
      parents: [{ sha: head }],
    });
    const made = await call('POST', `${GIT}/refs`, {
      ref: 'refs/heads/feature/one',
      sha,
    });
    expect(made.status).toBe(201);
    const again = await call('POST', `${GIT}/refs`, {
      ref: 'refs/heads/feature/one',
      sha,
    });
    expect(again.body.message).toBe('Reference already exists');
    for (const form of ['feature/one', 'feature%2Fone']) {
      const ref = await call('GET', `${GIT}/ref/heads/${form}`);
      expect(ref.body.object.sha).toBe(sha);
    }
    const listing = await call('GET', `${GIT}/matching-refs/heads/feature`);
    expect(listing.body).toHaveLength(1);
    const branch = await call('GET', '/repos/acme/data/branches/feature%2Fone');
    expect(branch.body.commit.sha).toBe(sha);
    const tip = await call('GET', '/repos/acme/data/commits/feature%2Fone');
    expect(tip.body.files).toHaveLength(2);
    const compared = await call(
      'GET',
      '/repos/acme/data/compare/main...feature%2Fone',
    );
    expect(compared.body).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
    });
    expect((await call('DELETE', `${GIT}/refs/heads/feature/one`)).status).toBe(
      204,
    );
    expect((await call('GET', `${GIT}/ref/heads/feature/one`)).status).toBe(
      404,
    );
  });

  it('refuses what is no fast-forward, unless forced', async () => {
    const call = as('developer');
    const one = await commit([{ path: 'a', mode: '100644', content: '1' }]);
    const two = await commit([{ path: 'a', mode: '100644', content: '2' }]);
    await call('POST', `${GIT}/refs`, { ref: 'refs/heads/race', sha: one });
    const lost = await call('PATCH', `${GIT}/refs/heads/race`, { sha: two });
    expect(lost).toMatchObject({
      status: 422,
      body: { message: 'Update is not a fast forward' },
    });
    const forced = await call('PATCH', `${GIT}/refs/heads/race`, {
      sha: two,
      force: true,
    });
    expect(forced.body.object.sha).toBe(two);
    const absent = await call('PATCH', `${GIT}/refs/heads/absent`, {
      sha: two,
    });
    expect(absent.body.message).toBe('Reference does not exist');
  });

  it('lets one of many at once win', async () => {
    const call = as('developer');
    await call('POST', `${GIT}/refs`, { ref: 'refs/heads/crowd', sha: head });
    const shas = await Promise.all(
      [1, 2, 3, 4].map(number =>
        commit([{ path: 'crowd', mode: '100644', content: String(number) }]),
      ),
    );
    const answers = await Promise.all(
      shas.map(sha => call('PATCH', `${GIT}/refs/heads/crowd`, { sha })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
  });

  it('removes files by a null sha', async () => {
    const call = as('developer');
    const made = await call('POST', `${GIT}/trees`, {
      base_tree: tree,
      tree: [{ path: 'README.md', mode: '100644', sha: null }],
    });
    expect(made.body.tree).toEqual([]);
    const absent = await call('POST', `${GIT}/trees`, {
      base_tree: tree,
      tree: [{ path: 'absent', mode: '100644', sha: null }],
    });
    expect(absent).toMatchObject({
      status: 422,
      body: { message: 'GitRPC::BadObjectState' },
    });
  });

  it.each([
    [{ path: '../x', mode: '100644', content: '' }, 'malformed path'],
    [{ path: '.git/config', mode: '100644', content: '' }, 'malformed path'],
    [{ path: 'x', mode: '777', content: '' }, 'valid tree.mode'],
    [{ path: 'x', mode: '100644', sha: 'nonsense' }, 'not a valid blob'],
    [{ path: 'x', mode: '100644' }, 'not a valid blob'],
    ['text', 'malformed path'],
  ])('refuses the tree entry %j', async (entry, message) => {
    const { status, body } = await as('developer')('POST', `${GIT}/trees`, {
      tree: [entry],
    });
    expect(status).toBe(422);
    expect(body.message).toContain(message);
  });

  it.each([
    [{ message: 'x', tree: 'nonsense' }, 'Tree SHA does not exist'],
    [
      {
        message: 'x',
        tree: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
        parents: ['x'],
      },
      'Parent SHA does not exist',
    ],
    [{ tree: 'x' }, `"message" wasn't supplied`],
    [{ message: 'x', tree: 3 }, 'is not a string'],
  ])('refuses the commit %j', async (body, message) => {
    const answer = await as('developer')('POST', `${GIT}/commits`, body);
    expect(answer.status).toBe(422);
    expect(answer.body.message).toContain(message);
  });

  it.each(['main', 'refs/heads', 'refs/heads/a..b', 'x y'])(
    'refuses the ref %p',
    async ref => {
      const answer = await as('developer')('POST', `${GIT}/refs`, {
        ref,
        sha: head,
      });
      expect(answer.status).toBe(422);
    },
  );

  it('refuses readers', async () => {
    const body = { ref: 'refs/heads/x', sha: head };
    const reader = await as('payments-developer')('POST', `${GIT}/refs`, body);
    expect(reader.status).toBe(403);
    const nobody = await as()('POST', `${GIT}/refs`, body);
    expect(nobody.status).toBe(401);
  });

  it('says that an empty repository is empty', async () => {
    const call = as('developer');
    await call('POST', '/orgs/acme/repos', { name: 'empty' });
    for (const path of [
      '/repos/acme/empty/git/ref/heads/main',
      '/repos/acme/empty/commits',
      '/repos/acme/empty/git/trees/main',
    ]) {
      expect(await call('GET', path)).toMatchObject({
        status: 409,
        body: { message: 'Git Repository is empty.' },
      });
    }
    const branches = await call('GET', '/repos/acme/empty/branches');
    expect(branches.body).toEqual([]);
  });

  it('makes annotated tags', async () => {
    const call = as('developer');
    const tag = await call('POST', `${GIT}/tags`, {
      tag: 'v1',
      message: 'one',
      object: head,
      type: 'commit',
    });
    expect(tag.body).toMatchObject({ tag: 'v1', object: { sha: head } });
    await call('POST', `${GIT}/refs`, {
      ref: 'refs/tags/v1',
      sha: tag.body.sha,
    });
    const tags = await call('GET', '/repos/acme/data/tags');
    expect(tags.body[0]).toMatchObject({ name: 'v1', commit: { sha: head } });
  });

  it('commits by GraphQL, as publish:github falls back to', async () => {
    const call = (expectedHeadOid: string) =>
      fetch(`${test.github.url}/api/graphql`, {
        method: 'POST',
        headers: {
          authorization: `token ${test.github.tokens.personal('developer')}`,
        },
        body: JSON.stringify({
          query: 'mutation { createCommitOnBranch(input: $input) { commit } }',
          variables: {
            input: {
              branch: {
                repositoryNameWithOwner: 'acme/data',
                branchName: 'main',
              },
              message: { headline: 'by GraphQL' },
              fileChanges: { additions: [{ path: 'g', contents: 'Z3E=' }] },
              expectedHeadOid,
            },
          },
        }),
      }).then(response => response.json());
    const { data } = await call(head);
    expect(data.createCommitOnBranch.commit.oid).toMatch(/^[0-9a-f]{40}$/);
    const { errors } = await call(head);
    expect(errors[0].message).toContain('expectedHeadOid');
  });
});

import { createApiClient } from '../testing/createApiClient';
import { startTestGitHub, TestGitHub } from '../testing/startTestGitHub';
import { PullRequestEvent } from '../types';

const PLATFORM = '/repos/acme/platform';
const PULLS = `${PLATFORM}/pulls`;

jest.setTimeout(60_000);

describe('REST: pull requests', () => {
  let test: TestGitHub;
  const events: PullRequestEvent[] = [];

  beforeAll(async () => {
    test = await startTestGitHub();
    test.github.events.on('pull_request', event => events.push(event));
  });
  afterAll(() => test.stop());

  const as = (login?: string) => createApiClient(test.github, login);

  /** A branch with one changed file, and a pull request for it. */
  async function propose(
    branch: string,
    path: string,
    author = 'developer',
  ): Promise<number> {
    await change(branch, path, `${branch}\n`, author);
    const { status, body } = await as(author)('POST', PULLS, {
      title: `Change ${path}`,
      head: branch,
      base: 'main',
      body: 'Why not',
    });
    expect(status).toBe(201);
    return body.number;
  }

  async function change(
    branch: string,
    path: string,
    content: string,
    author = 'developer',
  ) {
    const call = as(author);
    const main = await call('GET', `${PLATFORM}/git/ref/heads/main`);
    await call('POST', `${PLATFORM}/git/refs`, {
      ref: `refs/heads/${branch}`,
      sha: main.body.object.sha,
    });
    const known = await call(
      'GET',
      `${PLATFORM}/contents/${path}?ref=${branch}`,
    );
    const { status } = await call('PUT', `${PLATFORM}/contents/${path}`, {
      message: `Change ${path}`,
      content: Buffer.from(content).toString('base64'),
      branch,
      sha: known.body.sha,
    });
    expect(status).toBeLessThan(300);
  }

  const review = (login: string, number: number, event = 'APPROVE') =>
    as(login)('POST', `${PULLS}/${number}/reviews`, { event, body: 'Seen' });
  const merge = (login: string, number: number, body: object = {}) =>
    as(login)('PUT', `${PULLS}/${number}/merge`, body);

  it('goes from proposal through review to merge', async () => {
    const number = await propose('bump', 'services/shop/service.yaml');
    const call = as('developer');
    const open = await call('GET', `${PULLS}/${number}`);
    expect(open.body).toMatchObject({
      state: 'open',
      mergeable: true,
      mergeable_state: 'blocked',
      changed_files: 1,
      commits: 1,
      requested_teams: [{ slug: 'storefront' }],
    });
    const files = await call('GET', `${PULLS}/${number}/files`);
    expect(files.body[0]).toMatchObject({
      filename: 'services/shop/service.yaml',
      status: 'modified',
      patch: '@@ -1 +1 @@\n-a: 1\n+bump',
    });
    expect((await call('GET', `${PULLS}/${number}/commits`)).body).toHaveLength(
      1,
    );
    expect((await call('GET', `${PULLS}/${number}/merge`)).status).toBe(404);

    const early = await merge('developer', number);
    expect(early.status).toBe(405);
    expect(early.body.message).toBe(
      'At least 1 approving review is required by reviewers with write access. Waiting on code owner review from acme/storefront.',
    );
    const own = await review('developer', number);
    expect(own).toMatchObject({
      status: 422,
      body: { errors: ['Can not approve your own pull request'] },
    });

    // An approval by somebody who owns something else is not enough.
    await review('payments-developer', number);
    const foreign = await merge('slipway-bot', number);
    expect(foreign.body.message).toBe(
      'Waiting on code owner review from acme/storefront.',
    );
    expect(foreign.status).toBe(405);
    events.length = 0;
  });

  it('merges what an owner approved, by each method', async () => {
    for (const method of ['merge', 'squash', 'rebase']) {
      const branch = `by-${method}`;
      const number = await propose(branch, `services/pay/${method}`);
      expect((await review('payments-developer', number)).body.state).toBe(
        'APPROVED',
      );
      const reviews = await as()('GET', `${PULLS}/${number}/reviews`);
      expect(reviews.body).toHaveLength(1);
      const merged = await merge('payments-developer', number, {
        merge_method: method,
      });
      expect(merged.status).toBe(200);
      expect(merged.body.merged).toBe(true);
      const main = await as()('GET', `${PLATFORM}/git/ref/heads/main`);
      expect(main.body.object.sha).toBe(merged.body.sha);
      const after = await as()('GET', `${PULLS}/${number}`);
      expect(after.body).toMatchObject({
        state: 'closed',
        merged: true,
        merged_by: { login: 'payments-developer' },
        merge_commit_sha: merged.body.sha,
      });
      expect((await as()('GET', `${PULLS}/${number}/merge`)).status).toBe(204);
      const tip = await as()('GET', `${PLATFORM}/commits/main`);
      expect(tip.body.parents).toHaveLength(method === 'merge' ? 2 : 1);
    }
    expect(
      events.filter(({ action, pull }) => action === 'closed' && pull.merged),
    ).toHaveLength(3);
  });

  it('lets a repository administrator merge without review', async () => {
    const number = await propose('urgent', 'urgent');
    expect((await merge('platform-engineer', number)).status).toBe(405);
    expect((await merge('sandbox-admin', number)).status).toBe(200);
  });

  it('forgets approvals when the branch moves', async () => {
    const number = await propose('moving', 'services/pay/moving');
    await review('payments-developer', number);
    await change('moving', 'services/pay/moving', 'something else');
    const { body } = await merge('payments-developer', number);
    expect(body.message).toContain('At least 1 approving review is required');
    const reviews = await as()('GET', `${PULLS}/${number}/reviews`);
    expect(reviews.body[0].state).toBe('DISMISSED');
  });

  it('stops at requested changes until the same reviewer approves', async () => {
    const number = await propose('contested', 'services/pay/contested');
    await review('payments-developer', number, 'REQUEST_CHANGES');
    const refused = await merge('developer', number);
    expect(refused.body.message).toContain('Changes have been requested.');
    await review('payments-developer', number);
    expect((await merge('developer', number)).status).toBe(200);
  });

  it('does not merge conflicts', async () => {
    const first = await propose('left', 'conflict');
    const second = await propose('right', 'conflict');
    await merge('sandbox-admin', first);
    const open = await as()('GET', `${PULLS}/${second}`);
    expect(open.body).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    expect(await merge('sandbox-admin', second)).toMatchObject({
      status: 405,
      body: { message: 'Pull Request is not mergeable' },
    });
  });

  it('merges once of many times at once', async () => {
    const number = await propose('popular', 'popular');
    const answers = await Promise.all(
      [1, 2, 3].map(() => merge('sandbox-admin', number)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 405, 405]);
  });

  it('merges many different ones at once and loses none', async () => {
    const numbers = [];
    for (const name of ['one', 'two', 'three']) {
      numbers.push(await propose(`many-${name}`, `many/${name}`));
    }
    const answers = await Promise.all(
      numbers.map(number => merge('sandbox-admin', number)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await as()('GET', `${PLATFORM}/contents/many`);
    expect(body).toHaveLength(3);
  });

  it('refuses a head that has moved', async () => {
    const number = await propose('checked', 'checked');
    const sha = '0'.repeat(40);
    expect(await merge('sandbox-admin', number, { sha })).toMatchObject({
      status: 409,
      body: {
        message: 'Head branch was modified. Review and try the merge again.',
      },
    });
  });

  it('closes, reopens and edits', async () => {
    const number = await propose('edited', 'edited');
    const call = as('developer');
    const path = `${PULLS}/${number}`;
    const edited = await call('PATCH', path, { title: 'New', body: 'Text' });
    expect(edited.body).toMatchObject({ title: 'New', body: 'Text' });
    const closed = await call('PATCH', path, { state: 'closed' });
    expect(closed.body.state).toBe('closed');
    expect((await merge('sandbox-admin', number)).status).toBe(405);
    const opened = await call('PATCH', path, { state: 'open' });
    expect(opened.body.state).toBe('open');
  });

  it.each([
    [{ title: 'x', head: 'absent', base: 'main' }, 'head'],
    [{ title: 'x', head: 'main', base: 'absent' }, 'base'],
    [{ title: 'x', head: 'main', base: 'main' }, 'No commits between'],
    [{ title: 'x', head: 'other:main', base: 'main' }, 'head'],
  ])('refuses %j', async (body, text) => {
    const answer = await as('developer')('POST', PULLS, body);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain(text);
  });

  it('has one pull request per pair of branches', async () => {
    await propose('pair', 'pair');
    const again = await as('developer')('POST', PULLS, {
      title: 'again',
      head: 'acme:pair',
      base: 'main',
    });
    expect(again.status).toBe(422);
    expect(again.body.errors[0].message).toBe(
      'A pull request already exists for acme:pair.',
    );
    const found = await as()('GET', `${PULLS}?head=acme:pair&state=open`);
    expect(found.body).toHaveLength(1);
  });

  it('asks for reviewers, labels and comments', async () => {
    const number = await propose('social', 'social');
    const call = as('developer');
    const asked = await call('POST', `${PULLS}/${number}/requested_reviewers`, {
      reviewers: ['payments-developer'],
    });
    expect(asked.status).toBe(201);
    const issue = `${PLATFORM}/issues/${number}`;
    const labels = await call('POST', `${issue}/labels`, { labels: ['prod'] });
    expect(labels.body[0].name).toBe('prod');
    const comment = await call('POST', `${issue}/comments`, { body: 'Hm' });
    expect(comment.status).toBe(201);
    const comments = await call('GET', `${issue}/comments`);
    expect(comments.body[0].body).toBe('Hm');
    expect((await call('GET', issue)).body.pull_request.html_url).toContain(
      `/pull/${number}`,
    );
    const made = await call('POST', `${PLATFORM}/issues`, {
      title: 'An issue',
    });
    expect(made.status).toBe(201);
    expect(made.body.number).toBe(number + 1);
  });

  it('tells and sets the protection of a branch', async () => {
    const call = as('sandbox-admin');
    const path = `${PLATFORM}/branches/main/protection`;
    const before = await call('GET', path);
    expect(before.body.required_pull_request_reviews).toMatchObject({
      require_code_owner_reviews: true,
      bypass_pull_request_allowances: { users: [{ login: 'slipway-bot' }] },
    });
    const branch = await call('GET', `${PLATFORM}/branches/main`);
    expect(branch.body.protected).toBe(true);
    const incomplete = await call('PUT', path, {});
    expect(incomplete.status).toBe(422);
    const set = await call('PUT', path, {
      required_status_checks: { strict: true, contexts: ['build'] },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    expect(set.body.required_status_checks.contexts).toEqual(['build']);
    const number = await propose('untested', 'untested');
    const refused = await merge('sandbox-admin', number);
    expect(refused.body.message).toBe(
      'Required status check "build" is expected.',
    );
    const pull = await call('GET', `${PULLS}/${number}`);
    const status = await call(
      'POST',
      `${PLATFORM}/statuses/${pull.body.head.sha}`,
      { state: 'success', context: 'build' },
    );
    expect(status.status).toBe(201);
    expect((await merge('sandbox-admin', number)).status).toBe(200);
    expect((await call('DELETE', path)).status).toBe(204);
  });
});

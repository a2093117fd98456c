import { TestPlatform, TestRun } from '../testing/TestPlatform';
import { workflow } from '../testing/workflow';

// Every answer of `platform.api` is compared with GitHub's description.
describe('addActionsRoutes', () => {
  let platform: TestPlatform;
  let run: TestRun;
  const actions = '/repos/acme/shop/actions';

  beforeAll(async () => {
    platform = await TestPlatform.start();
    await platform.createRepository(
      'shop',
      workflow(
        '- run: echo "<b>hello</b>"\n- run: exit 1\n- if: always()\n  run: echo "**sum**" >> "$GITHUB_STEP_SUMMARY"',
      ),
    );
    run = await platform.waitForRun('shop');
  }, 30_000);
  afterAll(() => platform?.stop());

  const get = (path: string, login?: string) =>
    platform.api('GET', path, undefined, login);

  it('answers workflows by id and by file', async () => {
    const { body } = await get(`${actions}/workflows`);
    expect(body).toMatchObject({
      total_count: 1,
      workflows: [{ name: 'Test', path: '.github/workflows/test.yaml' }],
    });
    const { id } = body.workflows[0];
    expect((await get(`${actions}/workflows/${id}`)).body).toEqual(
      body.workflows[0],
    );
    expect((await get(`${actions}/workflows/test.yaml`)).body.id).toBe(id);
    expect((await get(`${actions}/workflows/none.yaml`)).status).toBe(404);
    expect(
      (await get(`${actions}/workflows/test.yaml/runs`)).body.total_count,
    ).toBe(1);
  });

  it.each([
    ['branch=main', 1],
    ['branch=other', 0],
    ['event=push', 1],
    ['event=schedule', 0],
    ['status=failure', 1],
    ['status=completed', 1],
    ['status=success', 0],
    ['actor=admin', 1],
    ['created=>=2020-01-01', 1],
    ['created=<2020-01-01', 0],
    ['created=2020-01-01..*', 1],
    ['per_page=1&page=2', 1],
  ])('lists runs with %s', async (query, total) => {
    const { body } = await get(`${actions}/runs?${query}`);
    expect(body.total_count).toBe(total);
  });

  it('answers a run, its attempt, its jobs and a job', async () => {
    expect((await get(`${actions}/runs/${run.id}`)).body).toMatchObject({
      id: run.id,
      conclusion: 'failure',
      run_number: 1,
    });
    expect((await get(`${actions}/runs/${run.id}/attempts/1`)).status).toBe(
      200,
    );
    const { body } = await get(`${actions}/runs/${run.id}/jobs`);
    expect(body.total_count).toBe(1);
    const [job] = body.jobs;
    expect((await get(`${actions}/jobs/${job.id}`)).body).toEqual(job);
    expect((await get(`${actions}/jobs/${job.id}/logs`)).body).toContain(
      '<b>hello</b>',
    );
  });

  it('answers runner groups', async () => {
    expect(
      (await get('/orgs/acme/actions/runner-groups')).body.runner_groups,
    ).toMatchObject([{ name: 'Default' }]);
    expect((await get('/orgs/acme/actions/runner-groups/1')).status).toBe(200);
    expect((await get(`${actions}/runners`)).body).toEqual({
      total_count: 0,
      runners: [],
    });
  });

  it('says no as GitHub does', async () => {
    expect((await get(`${actions}/runs/99999`)).status).toBe(404);
    expect((await get('/repos/acme/platform/actions/runs/1')).status).toBe(404);
    expect(
      (await get(`/repos/acme/platform/actions/runs/${run.id}`)).status,
    ).toBe(404);
    expect((await get('/orgs/acme/actions/runners', 'developer')).status).toBe(
      403,
    );
    expect((await get('/orgs/other/actions/runners')).status).toBe(404);
    const rerun = `${actions}/runs/${run.id}/rerun`;
    const stranger = await platform.api(
      'POST',
      '/repos/acme/platform/actions/workflows/1/dispatches',
      { ref: 'main' },
      'developer',
    );
    expect(stranger.status).toBe(403);
    expect((await platform.api('POST', rerun)).status).toBe(201);
    await platform.waitForRun(
      'shop',
      ({ status, run_attempt }) => status === 'completed' && run_attempt === 2,
    );
  }, 30_000);

  it('shows runs, steps and logs to people', async () => {
    expect(await platform.page('/acme/shop/actions')).toContain(
      `/acme/shop/actions/runs/${run.id}`,
    );
    const page = await platform.page(`/acme/shop/actions/runs/${run.id}`);
    expect(page).toContain('Process completed with exit code 1.');
    expect(page).toContain('&lt;b&gt;hello');
    expect(page).not.toContain('<b>hello');
    expect(page).toContain('<strong>sum</strong>');
    expect(page).not.toContain('Run all jobs again');
    expect(await platform.page('/acme/platform/actions')).toContain(
      'No workflow has run yet',
    );
    expect(
      (await fetch(`${platform.github.url}/acme/shop/actions/runs/1`)).status,
    ).toBe(404);
  });
});

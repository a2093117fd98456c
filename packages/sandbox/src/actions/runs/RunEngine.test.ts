import fs from 'node:fs';
import { TestPlatform, TestRun } from '../testing/TestPlatform';
import { workflow } from '../testing/workflow';

const WAIT_FOR_FILE = (file: string) =>
  `- run: while [ ! -f "${file}" ]; do sleep 0.05; done`;

describe('RunEngine', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  }, 30_000);
  afterAll(() => platform?.stop());

  const file = (text: string) => ({ '.github/workflows/test.yaml': text });

  async function outcome(name: string, text: string) {
    await platform.createRepository(name, file(text));
    const run = await platform.waitForRun(name);
    const jobs = await platform.jobs(name, run.id);
    return {
      run,
      jobs: Object.fromEntries(jobs.map(job => [job.name, job.conclusion])),
      ids: Object.fromEntries(jobs.map(job => [job.name, job.id])),
    };
  }

  const cancel = (name: string, run: TestRun) =>
    platform.api('POST', `/repos/acme/${name}/actions/runs/${run.id}/cancel`);

  it('follows needs, conditions and outputs', async () => {
    const { run, jobs, ids } = await outcome(
      'needs',
      `on: push
jobs:
  a:
    runs-on: arc-default
    outputs: { list: "\${{ steps.s.outputs.list }}" }
    steps: [{ id: s, run: "echo 'list=[1,2]' >> $GITHUB_OUTPUT" }]
  b:
    needs: a
    runs-on: arc-default
    strategy: { matrix: { n: "\${{ fromJSON(needs.a.outputs.list) }}" } }
    name: b\${{ matrix.n }}
    steps: [{ run: "echo is \${{ matrix.n }} of \${{ strategy.job-total }}" }]
  skipped:
    if: github.ref == 'refs/heads/other'
    runs-on: arc-default
    steps: [{ run: exit 1 }]
  after-skipped:
    needs: [skipped, b]
    runs-on: arc-default
    steps: [{ run: exit 1 }]
  always:
    needs: [skipped, b]
    if: always() && needs.skipped.result == 'skipped'
    runs-on: arc-default
    steps: [{ run: echo done }]
`,
    );
    expect(jobs).toEqual({
      a: 'success',
      b1: 'success',
      b2: 'success',
      skipped: 'skipped',
      'after-skipped': 'skipped',
      always: 'success',
    });
    expect(run.conclusion).toBe('success');
    expect(await platform.log('needs', ids.b2)).toContain('is 2 of 2');
  }, 30_000);

  it('skips what needs a failed job, and runs what asks for failure', async () => {
    const { run, jobs } = await outcome(
      'failure',
      `on: push
jobs:
  a: { runs-on: arc-default, steps: [{ run: exit 1 }] }
  b: { needs: a, runs-on: arc-default, steps: [{ run: echo b }] }
  c: { needs: b, if: failure(), runs-on: arc-default, steps: [{ run: echo c }] }
  d: { continue-on-error: true, runs-on: arc-default, steps: [{ run: exit 1 }] }
`,
    );
    expect(jobs).toEqual({
      a: 'failure',
      b: 'skipped',
      c: 'success',
      d: 'failure',
    });
    expect(run.conclusion).toBe('failure');
  }, 30_000);

  it.each([
    [
      'syntax',
      'on: push\njobs: [',
      'You have an error in your yaml syntax on line',
    ],
    [
      'schema',
      'on: push\njobs:\n  a:\n    steps: []',
      'Required property is missing: runs-on',
    ],
  ])(
    'broken %s is a run that failed and says why',
    async (name, text, message) => {
      await platform.createRepository(`broken-${name}`, file(text));
      const run = await platform.waitForRun(`broken-${name}`);
      expect(run).toMatchObject({
        conclusion: 'startup_failure',
        name: '.github/workflows/test.yaml',
      });
      const page = await platform.page(
        `/acme/broken-${name}/actions/runs/${run.id}`,
      );
      expect(page).toContain(message);
    },
    30_000,
  );

  it('fails jobs that ask for what the sandbox has not', async () => {
    const { jobs, run } = await outcome(
      'unsupported',
      `on: push
jobs:
  a: { runs-on: arc-default, container: "node:24", steps: [{ run: echo a }] }
  b: { uses: acme/platform/.github/workflows/x.yaml@main }
  d: { runs-on: arc-default, timeout-minutes: "\${{ nope.x }}", steps: [{ run: echo a }] }
  c: { runs-on: arc-default, strategy: { matrix: { a: [] } }, steps: [{ run: echo a }] }
`,
    );
    expect(jobs).toEqual({
      a: 'failure',
      b: 'failure',
      c: 'failure',
      d: 'failure',
    });
    const page = await platform.page(
      `/acme/unsupported/actions/runs/${run.id}`,
    );
    expect(page).toContain('container: not supported in the sandbox');
    expect(page).toContain('does not contain any values');
    expect(page).toContain('Unrecognized named-value: &#39;nope&#39;');
  }, 30_000);

  it('leaves a job queued for which there is no runner, until it is cancelled', async () => {
    await platform.createRepository(
      'no-runner',
      file(
        'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: a }] } }',
      ),
    );
    const run = await platform.waitForRun(
      'no-runner',
      ({ status }) => status === 'queued',
    );
    expect(await platform.jobs('no-runner', run.id)).toMatchObject([
      { status: 'queued', labels: ['ubuntu-latest'], runner_name: null },
    ]);
    expect((await cancel('no-runner', run)).status).toBe(202);
    expect(await platform.waitForRun('no-runner')).toMatchObject({
      conclusion: 'cancelled',
    });
    expect((await cancel('no-runner', run)).status).toBe(409);
  }, 30_000);

  it('ends a running job when it is cancelled, and does what must be done', async () => {
    await platform.createRepository(
      'cancelled',
      workflow(
        '- run: sleep 1000\n- run: echo not reached\n- if: cancelled()\n  run: echo "cleaning up"',
      ),
    );
    const run = await platform.waitForRun(
      'cancelled',
      ({ status }) => status === 'in_progress',
    );
    await platform.waitFor(async () => {
      const [job] = await platform.jobs('cancelled', run.id);
      return job?.steps.some(({ name }) => name === 'Run sleep 1000');
    });
    await cancel('cancelled', run);
    expect(await platform.waitForRun('cancelled')).toMatchObject({
      conclusion: 'cancelled',
    });
    const [job] = await platform.jobs('cancelled', run.id);
    expect(job.conclusion).toBe('cancelled');
    const log = await platform.log('cancelled', job.id);
    expect(log).toContain('##[error]The operation was canceled.');
    expect(log).toMatch(/Z cleaning up/);
    expect(log).not.toMatch(/Z not reached/);
  }, 30_000);

  it('cancels the rest of a matrix with the first failure', async () => {
    const { run, jobs } = await outcome(
      'fail-fast',
      'on: push\njobs: { a: { runs-on: arc-default, strategy: { matrix: { s: ["exit 1", "sleep 1000"] } }, steps: [{ run: "${{ matrix.s }}" }] } }',
    );
    expect(jobs).toEqual({
      'a (exit 1)': 'failure',
      'a (sleep 1000)': 'cancelled',
    });
    expect(run.conclusion).toBe('failure');
  }, 30_000);

  it('runs one of a concurrency group, and keeps only the newest waiting', async () => {
    const go = `${platform.root}/go`;
    const files = workflow(WAIT_FOR_FILE(go), 'concurrency: { group: one }');
    await platform.createRepository('group', files);
    await platform.waitForRun(
      'group',
      ({ status }) => status === 'in_progress',
    );
    await platform.push('group', { a: '1' });
    await platform.waitForRun('group', ({ status }) => status === 'pending');
    const newest = await platform.push('group', { a: '2' });
    await platform.waitForRun(
      'group',
      run => run.status === 'pending' && run.head_sha === newest,
    );
    fs.writeFileSync(go, '');
    const runs = await platform.waitFor(async () => {
      const all = await platform.runs('group');
      return (
        all.length === 3 &&
        all.every(({ status }) => status === 'completed') &&
        all
      );
    });
    expect(runs.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'cancelled',
      'success',
    ]);
  }, 30_000);

  it('cancels what runs where the group says so', async () => {
    const files = workflow(
      '- run: "[ -f fast ] || [ \\"$GITHUB_RUN_NUMBER\\" != 1 ] || sleep 1000"',
      'concurrency: { group: "g-${{ github.ref }}", cancel-in-progress: true }',
    );
    await platform.createRepository('displace', files);
    await platform.waitForRun(
      'displace',
      ({ status }) => status === 'in_progress',
    );
    await platform.push('displace', { a: '1' });
    const runs = await platform.waitFor(async () => {
      const all = await platform.runs('displace');
      return (
        all.length === 2 &&
        all.every(({ status }) => status === 'completed') &&
        all
      );
    });
    expect(runs.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'cancelled',
    ]);
  }, 30_000);

  it('runs again: everything, or what failed', async () => {
    await platform.createRepository(
      'again',
      file(`on: push
jobs:
  good: { runs-on: arc-default, steps: [{ run: echo good }] }
  bad: { runs-on: arc-default, steps: [{ run: "[ $GITHUB_RUN_ATTEMPT -gt 1 ]" }] }
`),
    );
    const first = await platform.waitForRun('again');
    expect(first.conclusion).toBe('failure');
    const before = await platform.jobs('again', first.id);
    const path = `/repos/acme/again/actions/runs/${first.id}`;
    expect(
      (await platform.api('POST', `${path}/rerun-failed-jobs`)).status,
    ).toBe(201);
    const second = await platform.waitForRun(
      'again',
      run => run.status === 'completed' && run.run_attempt === 2,
    );
    expect(second.conclusion).toBe('success');
    const good = ({ name }: { name: string }) => name === 'good';
    const after = await platform.jobs('again', first.id);
    expect(after.find(good)).toMatchObject({ id: before.find(good)!.id });
  }, 30_000);

  it('starts runs for pull requests and by hand', async () => {
    await platform.createRepository(
      'events',
      file(`on:
  pull_request:
  workflow_dispatch: { inputs: { what: { required: true, type: choice, options: [a, b] } } }
jobs:
  a: { runs-on: arc-default, steps: [{ run: 'echo "\${{ github.event_name }} \${{ inputs.what }} \${{ github.base_ref }}"' }] }
`),
    );
    const dispatch =
      '/repos/acme/events/actions/workflows/test.yaml/dispatches';
    await platform.waitFor(async () => {
      const list = await platform.api(
        'GET',
        '/repos/acme/events/actions/workflows',
      );
      return list.body.total_count === 1;
    });
    expect(
      await platform.api('POST', dispatch, {
        ref: 'main',
        inputs: { what: 'c' },
      }),
    ).toMatchObject({ status: 422 });
    expect(await platform.api('POST', dispatch, { ref: 'none' })).toMatchObject(
      { status: 422, body: { message: 'No ref found for: none' } },
    );
    expect(
      await platform.api('POST', dispatch, {
        ref: 'main',
        inputs: { what: 'b' },
      }),
    ).toMatchObject({ status: 204 });
    const byHand = await platform.waitForRun('events');
    const [job] = await platform.jobs('events', byHand.id);
    expect(await platform.log('events', job.id)).toContain(
      'workflow_dispatch b',
    );

    await platform.push('events', { x: '1' }, 'feature');
    await platform.api('POST', '/repos/acme/events/pulls', {
      title: 'Feature',
      head: 'feature',
      base: 'main',
    });
    const run = await platform.waitForRun(
      'events',
      ({ event, status }) => event === 'pull_request' && status === 'completed',
    );
    expect(run).toMatchObject({
      conclusion: 'success',
      display_title: 'Feature',
    });
    const [checked] = await platform.jobs('events', run.id);
    expect(await platform.log('events', checked.id)).toContain(
      'pull_request  main',
    );
    const checks = await platform.api(
      'GET',
      `/repos/acme/events/commits/${run.head_sha}/check-runs`,
    );
    expect(checks.body.check_runs).toMatchObject([
      { name: 'a', conclusion: 'success' },
    ]);
  }, 30_000);
});

describe('RunEngine after a restart', () => {
  it('fails what ran, says why, and goes on with what waited', async () => {
    const platform = await TestPlatform.start({ maxRunners: 1 });
    try {
      await platform.createRepository(
        'slow',
        workflow('- run: "[ \\"$GITHUB_RUN_NUMBER\\" != 1 ] || sleep 1000"'),
      );
      await platform.waitForRun(
        'slow',
        ({ status }) => status === 'in_progress',
      );
      await platform.push('slow', { a: '1' });
      await platform.waitForRun('slow', ({ status }) => status === 'queued');
      await platform.halt();
      await platform.boot();
      const runs = await platform.waitFor(async () => {
        const all = await platform.runs('slow');
        return all.every(({ status }) => status === 'completed') && all;
      });
      expect(runs.map(({ conclusion }) => conclusion)).toEqual([
        'success',
        'failure',
      ]);
      const page = await platform.page(`/acme/slow/actions/runs/${runs[1].id}`);
      expect(page).toContain('The sandbox was stopped while this job ran');
    } finally {
      await platform.stop();
    }
  }, 60_000);
});

import fs from 'node:fs';
import { TestPlatform } from '../testing/TestPlatform';
import { workflow } from '../testing/workflow';

describe('runJob', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    platform.github.secrets.set({ name: 'PASSWORD', value: 'hunter2-hunter2' });
  }, 30_000);
  afterAll(() => platform?.stop());

  async function run(name: string, files: Record<string, string>) {
    await platform.createRepository(name, files);
    const finished = await platform.waitForRun(name);
    const [job] = await platform.jobs(name, finished.id);
    const log = job ? await platform.log(name, job.id) : '';
    return { ...finished, job, log };
  }

  it('passes outputs, variables and paths from step to step', async () => {
    const { conclusion, log } = await run(
      'files',
      workflow(
        `
- id: one
  run: |
    echo "a=1" >> "$GITHUB_OUTPUT"
    printf 'b<<END\\nx\\ny\\nEND\\n' >> "$GITHUB_OUTPUT"
    echo "FROM_ONE=hello" >> "$GITHUB_ENV"
    mkdir -p tools && printf '#!/bin/sh\\necho my tool' > tools/mytool && chmod +x tools/mytool
    echo "$PWD/tools" >> "$GITHUB_PATH"
    echo '# Summary' >> "$GITHUB_STEP_SUMMARY"
- name: Two \${{ steps.one.outputs.a }}
  shell: bash
  env: { B: "\${{ steps.one.outputs.b }}" }
  run: |
    echo "got $B|" | tr '\\n' '+'
    echo "$FROM_ONE $OF_JOB \${{ env.OF_WORKFLOW }}"
    mytool
- shell: node {0}
  run: console.log('node', require('node:path').basename(process.cwd()), process.env.GITHUB_REPOSITORY)
- working-directory: tools
  run: pwd
`,
        'env: { OF_WORKFLOW: w, OF_JOB: j }',
      ),
    );
    expect(conclusion).toBe('success');
    expect(log).toMatch(/got x\+y\|\+hello j w/);
    expect(log).toContain('Z my tool');
    expect(log).toContain('node files acme/files');
    expect(log).toMatch(/files\/tools\n/);
  }, 30_000);

  it('gives steps a clean environment and folders that go', async () => {
    process.env.SANDBOX_OWN = 'must not leak';
    const { log, conclusion } = await run(
      'clean',
      workflow('- run: |\n    env | sort\n    echo "home=$HOME tmp=$TMPDIR"'),
    );
    delete process.env.SANDBOX_OWN;
    expect(conclusion).toBe('success');
    expect(log).not.toContain('must not leak');
    const [, home, tmp] = /home=(\/\S+) tmp=(\S+)/.exec(log)!;
    expect(home.startsWith(platform.root)).toBe(true);
    expect(fs.existsSync(home)).toBe(false);
    expect(fs.existsSync(tmp)).toBe(false);
  }, 30_000);

  it('masks secrets however they come', async () => {
    const { log } = await run(
      'masks',
      workflow(`
- env: { P: "\${{ secrets.PASSWORD }}" }
  run: |
    echo "direct \${{ secrets.PASSWORD }}"
    echo "::add-mask::made-up-secret"
    echo "made-up-secret"
    echo "::error::it was $P"
    printf %s "\${P%-*}-"; sleep 0.1; echo "\${P#*-}"
    echo "token \${{ github.token }} \${{ secrets.GITHUB_TOKEN }}"
`),
    );
    expect(log).not.toContain('hunter2');
    expect(log).not.toMatch(/Z made-up-secret/);
    expect(log).toContain('direct ***');
    expect(log).toContain('token *** ***');
    expect(log).toContain('##[error]it was ***');
  }, 30_000);

  it('fails with the first step, and still does what must be done', async () => {
    const { conclusion, job, log } = await run(
      'failing',
      workflow(`
- id: tolerated
  continue-on-error: true
  run: exit 3
- run: echo "was \${{ steps.tolerated.outcome }} is \${{ steps.tolerated.conclusion }}"
- run: |
    false
    echo not reached
- run: echo skipped
- if: failure()
  run: echo "on failure"
- if: always()
  run: echo "job is \${{ job.status }}"
`),
    );
    expect(conclusion).toBe('failure');
    expect(job.steps.map(step => step.conclusion)).toEqual([
      'success',
      'success',
      'success',
      'failure',
      'skipped',
      'success',
      'success',
      'success',
    ]);
    expect(log).toContain('was failure is success');
    expect(log).toContain('##[error]Process completed with exit code 3.');
    expect(log).toContain('##[error]Process completed with exit code 1.');
    expect(log).not.toMatch(/Z not reached/);
    expect(log).toContain('on failure');
    expect(log).toContain('job is failure');
  }, 30_000);

  it('says of everything it cannot do what it is', async () => {
    const cases: [step: string, message: string][] = [
      [
        'uses: actions/cache@v4',
        'uses: actions/cache@v4 is not supported in the sandbox. Supported: actions/checkout, actions/setup-node, docker/login-action, docker/build-push-action',
      ],
      ['uses: docker://alpine', 'uses: docker://alpine is not supported'],
      [
        'uses: ./nothing',
        "Can't find 'action.yml' or 'action.yaml' under './nothing'",
      ],
      ['uses: acme/platform/x@nope', 'unable to find version `nope`'],
      ['run: echo ${{ nope.x }}', "Unrecognized named-value: 'nope'"],
      [
        '{ shell: pwsh, run: ls }',
        'shell: pwsh is not supported in the sandbox',
      ],
      ['{ working-directory: nowhere, run: ls }', 'No such file or directory'],
      [
        '{ timeout-minutes: 0.005, run: sleep 1000 }',
        'has timed out after 0.005 minutes.',
      ],
      [
        '{ uses: actions/setup-node@v4, with: { node-version: 12 } }',
        "Unable to find Node version '12'",
      ],
      [
        '{ uses: docker/login-action@v3, with: { registry: registry.test.localhost, username: x, password: wrong-password } }',
        'unauthorized: incorrect username or password',
      ],
      [
        '{ uses: docker/login-action@v3, with: { username: x, password: wrong-password } }',
        'the sandbox has only the registry registry.test.localhost',
      ],
      [
        '{ uses: docker/build-push-action@v6, with: { push: true, tags: "registry.test.localhost/acme/refused:1" } }',
        'buildx failed with: ERROR: failed to solve: failed to read dockerfile',
      ],
      [
        '{ uses: docker/build-push-action@v6, with: { push: true, tags: "registry.test.localhost/acme/shop:1" } }',
        'denied: this workflow may push only to registry.test.localhost/acme/refused',
      ],
      [
        '{ uses: actions/checkout@v4, with: { repository: acme/none } }',
        "acme/none/' not found",
      ],
      [
        '{ uses: actions/checkout@v4, with: { ref: none } }',
        "A branch or tag with the name 'none' could not be found",
      ],
      [
        '{ uses: actions/checkout@v4, with: { path: ../../.. } }',
        'is not under',
      ],
      ['run: echo broken >> "$GITHUB_OUTPUT"', "Invalid format 'broken'"],
    ];
    const steps = cases.map(([step]) =>
      step.startsWith('{')
        ? `- ${step.replace(/}$/, ', continue-on-error: true }')}`
        : `- ${step}\n  continue-on-error: true`,
    );
    const { conclusion, log } = await run(
      'refused',
      workflow(
        `${steps.join('\n')}\n- run: echo GITHUB_REPOSITORY=x >> "$GITHUB_ENV"`,
      ),
    );
    for (const [, message] of cases) {
      expect(log).toContain(message);
    }
    expect(log).toContain(
      "Can't update GITHUB_REPOSITORY environment variable",
    );
    expect(conclusion).toBe('success');
  }, 30_000);

  it('keeps a huge log small', async () => {
    const { conclusion, log } = await run(
      'huge',
      workflow(
        "- shell: node {0}\n  run: |\n    const line = 'x'.repeat(1000) + '\\n';\n    process.stdout.write(line.repeat(20000));\n    process.stdout.write('y'.repeat(3000000));",
      ),
    );
    expect(conclusion).toBe('success');
    expect(log.length).toBeLessThan(10 * 1024 * 1024);
    expect(log).toContain('the rest is not kept');
  }, 30_000);

  it('lets a token do no more than the job asked for', async () => {
    const push = (repository: string) =>
      `
- uses: actions/checkout@v4
  with: { repository: ${repository} }
- run: |
    git -c user.name=a -c user.email=a@b commit --allow-empty -m x
    git push origin HEAD:refs/heads/other
`;
    const reading = await run('reading', workflow(push('acme/reading')));
    expect(reading.conclusion).toBe('failure');
    const writing = await run(
      'writing',
      workflow(push('acme/writing'), 'permissions: { contents: write }'),
    );
    expect(writing.conclusion).toBe('success');
    const others = await run(
      'others',
      workflow(push('acme/platform'), 'permissions: { contents: write }'),
    );
    expect(others.conclusion).toBe('failure');
    expect(others.log).toContain('Permission to acme/platform.git denied');
    // Nothing that a job's own token pushes begins a run.
    expect(await platform.runs('writing')).toHaveLength(1);
  }, 30_000);
});

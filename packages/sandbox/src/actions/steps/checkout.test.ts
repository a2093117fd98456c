import fs from 'node:fs';
import { TestPlatform } from '../testing/TestPlatform';
import { workflow } from '../testing/workflow';

describe('checkout', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  }, 30_000);
  afterAll(() => platform?.stop());

  it('has the commit of the event, alone or with all that came before', async () => {
    const go = `${platform.root}/go`;
    const files = workflow(`
- run: while [ "$GITHUB_RUN_NUMBER" = 1 ] && [ ! -f ${go} ]; do sleep 0.05; done
- uses: actions/checkout@v4
- run: echo "shallow $(git rev-parse HEAD) $(git rev-list --count HEAD) $(git branch --show-current)"
- uses: actions/checkout@v4
  with: { fetch-depth: 0, path: all }
- working-directory: all
  run: echo "deep $(git rev-parse HEAD) $(git rev-list --count HEAD) $(git rev-parse --abbrev-ref @{u})"
- uses: actions/checkout@v4
  with: { ref: other, path: other }
- run: cat other/only-there; rm -rf all other
- uses: actions/checkout@v4
  with: { repository: acme/platform, path: platform, persist-credentials: false }
- run: head -1 platform/README.md; ! grep -q extraheader platform/.git/config && echo "no credentials"
`);
    await platform.createRepository('history', { a: '1' });
    await platform.push('history', { 'only-there': 'on other\n' }, 'other');
    await platform.push('history', { b: '1' });
    const sha = await platform.push('history', files);
    await platform.waitForRun(
      'history',
      ({ status }) => status === 'in_progress',
    );
    // The branch moves on before the job checks out.
    await platform.push('history', { c: '1' });
    fs.writeFileSync(go, '');
    const run = await platform.waitForRun(
      'history',
      ({ status, head_sha }) => status === 'completed' && head_sha === sha,
    );
    const [job] = await platform.jobs('history', run.id);
    const log = await platform.log('history', job.id);
    expect(log).toContain(`shallow ${sha} 1 main`);
    expect(log).toMatch(new RegExp(`deep ${sha} [3-9] origin/main`));
    expect(log).toContain('Z on other');
    expect(log).toContain('Z # platform');
    expect(log).toContain('no credentials');
    expect(run.conclusion).toBe('success');
  }, 30_000);
});

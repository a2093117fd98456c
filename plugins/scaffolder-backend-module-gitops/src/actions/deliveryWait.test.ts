import { Clock } from '@slipway/backstage-plugin-fleet-node';
import {
  inputOf,
  runAction,
  steppingClock,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { FakeRepository } from '../__testUtils__/FakeRepository';
import { testOptions } from '../__testUtils__/testOptions';
import { createDeliveryWaitAction } from './deliveryWait';
import { examples } from './deliveryWait.examples';

const SHA = 'a'.repeat(40);
const VERSION = {
  commit: SHA,
  image: 'registry.example.org/acme/shop',
  digest: `sha256:${'b'.repeat(64)}`,
};

const RECORD = 'services/shop/service.yaml';

describe('gitops:delivery:wait', () => {
  let github: FakeGithub;
  let platform: FakeRepository;
  let shop: FakeRepository;

  beforeEach(async () => {
    github = await FakeGithub.start();
    platform = github.create('acme/platform');
    platform.push({ [RECORD]: record('storefront') });
    shop = github.create('acme/shop');
  });

  afterEach(() => github.stop());

  /** Runs the action; each moment happens while it sleeps. */
  function wait(moments: (() => void)[] = [], signal?: AbortSignal) {
    const clock = steppingClock();
    const acting: Clock = {
      now: clock.now,
      sleep: (milliseconds, aborted) => {
        moments.shift()?.();
        return clock.sleep(milliseconds, aborted);
      },
    };
    const action = createDeliveryWaitAction(
      testOptions(github, { clock: acting }),
    );
    return runAction(
      action,
      {
        ...inputOf(examples[0]),
        repositoryUrl: `${github.url}/acme/shop`,
        timeoutSeconds: 60,
      },
      { signal },
    );
  }

  function run(changes: object = {}) {
    return {
      id: 1,
      display_title: 'Start from the template',
      html_url: `${github.url}/acme/shop/actions/runs/1`,
      created_at: '2026-11-23T10:00:00Z',
      status: 'completed',
      conclusion: 'success',
      ...changes,
    };
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output } = await wait([
      () => {
        shop.runs = [run({ status: 'in_progress', conclusion: null })];
        shop.jobs[1] = [
          {
            id: 5,
            name: 'deliver',
            status: 'in_progress',
            steps: [{ name: 'Test', status: 'in_progress' }],
          },
        ];
      },
      () => {
        shop.runs = [run()];
        shop.jobs[1] = [];
      },
      () =>
        platform.push({
          'services/shop/dev/version/version.json': JSON.stringify(VERSION),
        }),
    ]);
    expect(error).toBeUndefined();
    expect(output).toEqual({
      commit: SHA,
      image: `${VERSION.image}@${VERSION.digest}`,
      runUrl: run().html_url,
    });
    expect(lines).toEqual([
      'The build has not been started yet (0.0 s)',
      `Build ${
        run().html_url
      } is in_progress in job deliver, step "Test" (1.0 s)`,
      'Built; the deployment has not been started yet (2.0 s)',
      'Commit aaaaaaa is delivered to dev',
    ]);
  });

  it('ends at once when the build fails, with what the log says', async () => {
    shop.runs = [run({ conclusion: 'failure' })];
    shop.jobs[1] = [
      {
        id: 5,
        name: 'deliver',
        status: 'completed',
        conclusion: 'failure',
        steps: [{ name: 'Test', status: 'completed', conclusion: 'failure' }],
      },
    ];
    shop.logs[5] =
      'x\n2026 ##[error]1 test failed\n2026 ##[error]Process completed with exit code 1.\n';
    expect((await wait()).error?.message).toBe(
      `Build ended with failure in job deliver, step "Test": 1 test failed (${
        run().html_url
      })`,
    );
  });

  it('ends at once when the platform refuses the deployment', async () => {
    shop.runs = [run()];
    platform.runs = [
      run({ id: 9, display_title: 'Deploy other aaa', conclusion: 'failure' }),
      run({
        id: 8,
        display_title: `Deploy shop ${SHA}`,
        conclusion: 'failure',
      }),
    ];
    expect((await wait()).error?.message).toContain(
      'Deployment ended with failure',
    );
  });

  it('says what it saw last when time is up', async () => {
    expect((await wait()).error?.message).toBe(
      'shop was not delivered to dev within 1 min 0 s. Last seen: The build has not been started yet',
    );
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const { error } = await wait(
      [() => controller.abort(new Error('cancelled'))],
      controller.signal,
    );
    expect(error?.message).toContain('cancelled');
  });

  it.each([
    ['payments', 'The name shop is taken: it is a service of payments'],
    [undefined, 'acme/platform has no service shop'],
  ])('does not tell of the builds of others: %s', async (owner, message) => {
    platform = github.create('acme/platform');
    platform.push({ 'README.md': 'The platform\n' });
    if (owner) {
      platform.push({ [RECORD]: record(owner) });
    }
    shop.runs = [run({ conclusion: 'failure' })];
    const { error, lines } = await wait();
    expect(error?.message).toContain(message);
    expect(lines).toEqual([]);
  });
});

function record(owner: string): string {
  return `name: shop\nowner: ${owner}\nrepository: acme/shop\n`;
}

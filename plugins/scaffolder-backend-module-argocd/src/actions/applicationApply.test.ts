import { JsonObject } from '@backstage/types';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeHub } from '../__testUtils__/FakeHub';
import { testOptions } from '../__testUtils__/testOptions';
import { Application } from '../applications';
import { createApplicationApplyAction } from './applicationApply';
import { examples } from './applicationApply.examples';
import { createProjectApplyAction } from './projectApply';
import { examples as projectExamples } from './projectApply.examples';

describe('argocd:application:apply', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  function apply(
    changes: JsonObject = {},
    context: Parameters<typeof runAction>[2] = {},
  ) {
    const action = createApplicationApplyAction(testOptions(hub));
    return runAction(action, { ...inputOf(examples[0]), ...changes }, context);
  }

  function application(): Application {
    return hub.get<Application>('Application', 'shop-dev')!;
  }

  it(`${examples[0].description}`, async () => {
    const { error, output } = await apply();
    expect(error).toBeUndefined();
    expect(output).toEqual({ outcome: 'created' });
    expect(application()).toMatchObject({
      metadata: {
        name: 'shop-dev',
        namespace: 'argocd',
        labels: { 'slipway.dev/owner': 'storefront' },
        annotations: { 'slipway.dev/repository': 'acme/shop' },
      },
      spec: {
        project: 'storefront',
        source: { path: 'deploy', targetRevision: 'main' },
        destination: { name: 'dev-1', namespace: 'shop-dev' },
      },
    });
    expect(hub.writes.map(({ query }) => query.dryRun)).toEqual([
      'All',
      undefined,
    ]);
    expect(hub.writes[1].contentType).toBe('application/apply-patch+yaml');
  });

  it('changes nothing the second time and says so', async () => {
    await apply();
    const { lines, output } = await apply();
    expect(output.outcome).toBe('unchanged');
    expect(lines).toEqual([
      'Application shop-dev of the hub platform is as it should be; nothing to change',
    ]);
    expect(hub.writes.filter(({ query }) => !query.dryRun)).toHaveLength(1);
  });

  it('shows drift as a diff before it is put right', async () => {
    await apply();
    Object.assign(application().spec, { project: 'default' });
    const { lines, output } = await apply();
    expect(output.outcome).toBe('updated');
    expect(lines[0]).toContain('-  project: default\n');
    expect(lines[0]).toContain('+  project: storefront\n');
    expect(application().spec.project).toBe('storefront');
  });

  it('prints the plan in a dry run', async () => {
    const { lines, output } = await apply({}, { isDryRun: true });
    expect(output.outcome).toBe('planned');
    expect(lines[0]).toContain('+  project: storefront');
    expect(hub.objects.size).toBe(0);
  });

  it('never takes over what belongs to somebody else, or to git', async () => {
    await apply();
    const { annotations, labels } = application().metadata;
    labels!['slipway.dev/owner'] = 'payments';
    expect((await apply()).error?.message).toBe(
      'The name is taken: the Application shop-dev of the hub platform belongs to payments, not to storefront',
    );
    labels!['slipway.dev/owner'] = 'storefront';
    annotations!['argocd.argoproj.io/tracking-id'] = 'platform:x';
    expect((await apply()).error?.message).toContain(
      'is written by git (platform:x); change it there',
    );
  });

  it('finishes when the hub comes back', async () => {
    hub.failures = 3;
    expect((await apply()).output.outcome).toBe('created');
  });
});

describe('argocd:project:apply', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  it(`${projectExamples[0].description}`, async () => {
    const action = createProjectApplyAction(
      testOptions(hub, {
        authorizer: mockAuthorizer({ platform: true }),
      }),
    );
    const { error, output } = await runAction(
      action,
      inputOf(projectExamples[0]),
    );
    expect(error).toBeUndefined();
    expect(output.outcome).toBe('created');
    expect(hub.get('AppProject', 'storefront')?.spec).toMatchObject({
      destinations: [{ name: 'dev-1', namespace: 'shop-dev' }],
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace', name: 'shop-dev' },
      ],
    });
  });

  it('is for platform engineers', async () => {
    const action = createProjectApplyAction(testOptions(hub));
    const { error } = await runAction(action, inputOf(projectExamples[0]));
    expect(error?.message).toContain('slipway.platform.write is missing');
    expect(hub.requests).toEqual([]);
  });
});

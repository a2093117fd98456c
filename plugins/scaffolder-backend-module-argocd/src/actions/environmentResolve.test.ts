import { JsonObject } from '@backstage/types';
import {
  inputOf,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeHub } from '../__testUtils__/FakeHub';
import { testOptions } from '../__testUtils__/testOptions';
import { createEnvironmentResolveAction } from './environmentResolve';
import { examples } from './environmentResolve.examples';

describe('argocd:environment:resolve', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
    cluster('dev-1', 'nonprod');
  });

  afterEach(() => hub.stop());

  function cluster(name: string, stage: string, zone = `${name}.example.org`) {
    hub.put({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: `cluster-${name}`,
        labels: {
          'argocd.argoproj.io/secret-type': 'cluster',
          'slipway.dev/stage': stage,
        },
        annotations: zone ? { 'slipway.dev/zone': zone } : {},
      },
      data: { name: Buffer.from(name).toString('base64') },
    });
  }

  function application(owner: string | undefined) {
    hub.put({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: 'shop-dev',
        labels: owner ? { 'slipway.dev/owner': owner } : {},
        annotations: { 'slipway.dev/repository': 'acme/shop' },
      },
    });
  }

  async function resolve(
    changes: JsonObject = {},
    overrides: Parameters<typeof testOptions>[1] = {},
  ) {
    const action = createEnvironmentResolveAction(testOptions(hub, overrides));
    const input = { ...inputOf(examples[0]), ...changes };
    const run = await runAction(action, input);
    expect(hub.writes).toEqual([]);
    return run;
  }

  it(`${examples[0].description}`, async () => {
    const { error, lines, output } = await resolve();
    expect(error).toBeUndefined();
    expect(output.environments).toEqual([
      {
        name: 'dev',
        hub: 'platform',
        application: 'shop-dev',
        namespace: 'shop-dev',
        cluster: 'dev-1',
        zone: 'dev-1.example.org',
        host: 'shop-dev.dev-1.example.org',
        url: 'http://shop-dev.dev-1.example.org:8080',
        secureUrl: 'https://shop-dev.dev-1.example.org',
      },
      {
        name: 'prod',
        hub: 'platform',
        application: 'shop-prod',
        namespace: 'shop-prod',
      },
    ]);
    expect(output.first).toEqual({
      name: 'dev',
      hub: 'platform',
      application: 'shop-dev',
      host: 'shop-dev.dev-1.example.org',
      url: 'http://shop-dev.dev-1.example.org:8080',
      secureUrl: 'https://shop-dev.dev-1.example.org',
      trustHint: expect.stringContaining('curl --cacert /ca.pem https://shop'),
    });
    expect(lines).toEqual([
      'dev: cluster dev-1, host shop-dev.dev-1.example.org',
      'prod: no cluster yet; it will come to life when one that matches is registered',
    ]);
  });

  it('is content with an Application that is the service’s own', async () => {
    application('storefront');
    expect((await resolve()).error).toBeUndefined();
  });

  it.each([['payments'], [undefined]])(
    'refuses a name that is taken in Argo CD, by %s',
    async owner => {
      application(owner);
      const { error } = await resolve();
      expect(error?.name).toBe('ConflictError');
      expect(error?.message).toContain(
        'the hub platform has an Application shop-dev of',
      );
    },
  );

  it('refuses an AppProject that is not the owner’s', async () => {
    hub.put({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'storefront' },
    });
    expect((await resolve()).error?.message).toContain(
      'has an AppProject storefront that does not belong',
    );
  });

  it('refuses a selector that matches two clusters', async () => {
    cluster('dev-2', 'nonprod');
    expect((await resolve()).error?.message).toBe(
      'The selector of the environment dev must match one cluster, but matches dev-1, dev-2',
    );
  });

  it.each([
    [
      'a cluster without a zone',
      () => cluster('dev-1', 'nonprod', ''),
      {},
      'has no DNS zone',
    ],
    [
      'no cluster',
      () => hub.objects.clear(),
      {},
      'The environment dev has no cluster yet',
    ],
    [
      'no environment',
      () => {},
      { environments: [] },
      'No environment is configured',
    ],
  ])('refuses %s', async (_, prepare, overrides, message) => {
    prepare();
    expect((await resolve({}, overrides)).error?.message).toContain(message);
  });

  it('refuses a foreign group and an invalid name', async () => {
    const foreign = await resolve({ owner: 'payments' });
    expect(foreign.error?.message).toContain('does not belong to');
    const invalid = await resolve({ name: 'Shop' });
    expect(invalid.error?.message).toContain('cannot be the name');
    expect(hub.requests).toEqual([]);
  });

  it('tries again while the hub is away', async () => {
    hub.failures = 3;
    const { error, lines } = await resolve();
    expect(error).toBeUndefined();
    expect(lines[0]).toContain('Cannot ask the hub platform');
    expect(lines[0]).toContain('currently unable to handle the request');
  });

  it('gives up with the hub’s own words', async () => {
    hub.failures = 1000;
    const { error } = await resolve();
    expect(error?.message).toBe(
      'Cannot ask the hub platform: Hub platform: the server is currently unable to handle the request; gave up after 30 s. What was made stays: retry when it answers again',
    );
  });
});

import { JsonObject } from '@backstage/types';
import {
  inputOf,
  mockAuthorizer,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { CLUSTER_ID } from '../__testUtils__/FakeCloud';
import { RegistrationRig } from '../__testUtils__/RegistrationRig';
import { examples } from './clusterRegister.examples';

describe('argocd:cluster:register before the cluster is ordered', () => {
  let rig: RegistrationRig;
  let hub: RegistrationRig['hub'];
  let cluster: RegistrationRig['cluster'];
  let cloud: RegistrationRig['cloud'];

  beforeEach(async () => {
    rig = await RegistrationRig.start();
    ({ hub, cluster, cloud } = rig);
  });

  afterEach(() => rig.stop());

  const register: RegistrationRig['register'] = (...args) =>
    rig.register(...args);

  const registered: RegistrationRig['registered'] = (...args) =>
    rig.registered(...args);

  const look = (
    changes: JsonObject = {},
    overrides: Parameters<typeof register>[1] = {},
  ) => register({ clusterId: '', planOnly: true, ...changes }, overrides);

  it(`${examples[1].description}`, async () => {
    cloud.gone = true;
    const { error, lines, output } = await look(inputOf(examples[1]));
    expect(error).toBeUndefined();
    expect(output).toEqual({ name: 'shop-prod', verified: false });
    expect(lines).toEqual([
      'The name shop-prod is free on the hub platform, and the hub would take the cluster',
    ]);
    expect(hub.objects.size).toBe(0);
    expect(cluster.requests).toEqual([]);
  });

  it('refuses who may not, also when their token has expired', async () => {
    for (const [who, message] of [
      [{ denied: true }, 'slipway.cluster.update is missing'],
      [{ expired: true }, 'Token expired'],
    ] as const) {
      const authorizer = mockAuthorizer(who);
      const { error } = await look({}, { authorizer });
      expect(error?.message).toContain(message);
    }
    expect((await look({ owner: 'payments' })).error?.message).toContain(
      'does not belong to',
    );
    expect(hub.requests).toEqual([]);
  });

  it('refuses a name that another cluster has, in either place', async () => {
    for (const namespace of ['slipway-fleet', 'argocd']) {
      hub.objects.clear();
      registered(namespace, { server: 'https://10.0.0.9:6443' });
      expect((await look()).error?.message).toMatch(
        /^The name is taken: .* registers another cluster as shop-prod/,
      );
    }
  });

  it('refuses a name that a cluster of another order has', async () => {
    await register();
    cloud.cluster = { ...cloud.cluster, labels: {} };
    expect((await look()).error?.message).toContain('The name is taken');
  });

  it('takes what the same order has made for no obstacle', async () => {
    await register();
    cloud.cluster = { ...cloud.cluster, api_address: null };
    const { error, lines } = await look();
    expect(error).toBeUndefined();
    expect(lines).toEqual([
      'The hub platform has the cluster shop-prod already, as the same order made it',
    ]);
  });

  it('refuses a hub that would not take it', async () => {
    hub.namespaces.delete('slipway-fleet');
    expect((await look()).error?.message).toBe(
      'The hub platform has no namespace slipway-fleet; create it first',
    );
  });

  it('waits for the hub, and not for one that stays away', async () => {
    hub.failures = 3;
    expect((await look()).error).toBeUndefined();
    hub.failures = Infinity;
    expect((await look()).error?.message).toContain(
      'Cannot ask the hub platform',
    );
  });

  it('refuses clouds that are only watched', async () => {
    cloud.watchOnly = true;
    expect((await look()).error?.message).toContain('is only watched');
  });

  it('shows the plan for a cluster that is there', async () => {
    const { lines } = await look({ clusterId: CLUSTER_ID });
    expect(lines[0]).toContain('Would register the cluster shop-prod at');
    expect(hub.objects.size).toBe(0);
  });

  it('is all that goes without a cluster', async () => {
    expect((await register({ clusterId: '' })).error?.message).toContain(
      'takes the clusterId',
    );
    const { error } = await register({ clusterId: '' }, { isDryRun: true });
    expect(error).toBeUndefined();
    expect(hub.objects.size).toBe(0);
  });
});

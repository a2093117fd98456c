import { JsonObject } from '@backstage/types';
import { mockEnvironment } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { RegistrationRig } from '../__testUtils__/RegistrationRig';

const OTHER = {
  name: 'dev-1',
  secretName: 'cluster-dev-1',
  server: 'https://10.0.0.9:6443',
  owner: 'platform-team',
};

describe('argocd:cluster:register beside other clusters', () => {
  let rig: RegistrationRig;
  let hub: RegistrationRig['hub'];

  beforeEach(async () => {
    rig = await RegistrationRig.start();
    ({ hub } = rig);
  });

  afterEach(() => rig.stop());

  /** Before the order, and afterwards. */
  async function refusals(changes: JsonObject = {}) {
    const order = { clusterId: '', planOnly: true };
    const runs = [
      await rig.register({ ...order, ...changes }),
      await rig.register(changes),
    ];
    expect(rig.cluster.requests).toEqual([]);
    expect(hub.writes).toEqual([]);
    return runs.map(({ error }) => error?.message);
  }

  async function isTaken(changes: JsonObject = {}): Promise<boolean> {
    const { error, output } = await rig.register(changes);
    expect(error).toBeUndefined();
    return output.verified === true;
  }

  it('refuses a second cluster for an environment', async () => {
    rig.registered('argocd', { ...OTHER, stage: 'prod' });
    const message =
      'An environment has one cluster, and those that would also take shop-prod, by its stage prod, have one already: prod has dev-1. Order shop-prod without a stage, or with another one';
    expect(await refusals()).toEqual([message, message]);
    expect(await isTaken({ stage: '' })).toBe(true);
  });

  it('names every environment, and knows those that further labels select', async () => {
    rig.registered('argocd', { ...OTHER, stage: 'nonprod' });
    const environments = [
      mockEnvironment('dev', 'nonprod'),
      mockEnvironment('staging', 'nonprod'),
      { ...mockEnvironment('far', 'nonprod'), hub: 'elsewhere' },
      {
        ...mockEnvironment('lab', ''),
        clusterSelector: { 'slipway.dev/owner': 'platform-team' },
      },
      { ...mockEnvironment('edge', ''), clusterSelector: { tier: 'edge' } },
    ];
    const stage = await rig.register({ stage: 'nonprod' }, { environments });
    expect(stage.error?.message).toContain(
      'already: dev has dev-1, staging has dev-1. Order',
    );
    hub.get('Secret', 'cluster-dev-1')!.metadata.labels!.tier = 'edge';
    const labels = await rig.register(
      { labels: { tier: 'edge' }, stage: '' },
      { environments },
    );
    expect(labels.error?.message).toMatch(
      /already: edge has dev-1. Order shop-prod with other labels$/,
    );
    expect(hub.writes).toEqual([]);
  });

  it('takes a stage that no environment asks for as often as it comes', async () => {
    rig.registered('argocd', { ...OTHER, stage: 'spare' });
    expect(await isTaken({ stage: 'spare' })).toBe(true);
  });

  it.each(['argocd', 'slipway-fleet'])(
    'refuses the DNS zone of another cluster in %s',
    async namespace => {
      rig.registered(namespace, { ...OTHER, zone: 'Shop.Example.Org' });
      const message =
        'The DNS zone shop.example.org is that of dev-1 on the hub platform already. Order shop-prod with another zone';
      expect(await refusals()).toEqual([message, message]);
    },
  );

  it('tells both at once', async () => {
    const zone = 'shop.example.org';
    rig.registered('argocd', { ...OTHER, zone, stage: 'prod' });
    const [message] = await refusals();
    expect(message).toMatch(/^An environment has .*\. The DNS zone /);
  });

  it('does not take the cluster itself for another', async () => {
    expect(await isTaken()).toBe(true);
    expect((await rig.register({ clusterId: '', planOnly: true })).error).toBe(
      undefined,
    );
    expect(await isTaken()).toBe(true);
  });

  it('brings up to date what collided before', async () => {
    expect(await isTaken()).toBe(true);
    const zone = 'shop.example.org';
    rig.registered('argocd', { ...OTHER, zone, stage: 'prod' });
    expect(await isTaken({ rotate: true })).toBe(true);
  });
});

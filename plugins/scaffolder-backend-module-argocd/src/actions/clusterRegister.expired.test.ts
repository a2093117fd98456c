import { JsonObject } from '@backstage/types';
import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import { mockAuthorizer } from '@slipway/backstage-plugin-fleet-node-test-utils';
import { RegistrationRig } from '../__testUtils__/RegistrationRig';
import { Hubs } from '../hubs';

describe('argocd:cluster:register when the token has expired since the order', () => {
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

  const secret: RegistrationRig['secret'] = (...args) => rig.secret(...args);

  const registered: RegistrationRig['registered'] = (...args) =>
    rig.registered(...args);

  const authorizer = mockAuthorizer({ expired: true });

  beforeEach(() => {
    const labels = toClusterMarkLabels({
      entityRef: 'resource:default/shop-prod',
      cloud: 'acme',
      project: 'p1',
      owner: 'storefront',
      zone: 'shop.example.org',
      stage: 'prod',
      components: ['ingress', 'cert-manager'],
    });
    cloud.cluster = { ...cloud.cluster, labels };
  });

  it('registers what was ordered, and says so', async () => {
    const { error, lines, output } = await register({}, { authorizer });
    expect(error).toBeUndefined();
    expect(output.verified).toBe(true);
    expect(lines[0]).toBe(
      'The token of who started this has expired; shop-prod is registered exactly as it was ordered: owner storefront, stage prod, zone shop.example.org, components cert-manager, ingress',
    );
    expect(secret('argocd').data).toMatchObject({ server: cluster.url });
  });

  it.each<[JsonObject, string]>([
    [{ name: 'other' }, 'was made as shop-prod'],
    [{ owner: 'payments' }, 'belongs to storefront, not to payments'],
    [{ zone: 'x.example.org' }, 'zone x.example.org instead of shop.example'],
    [{ zone: '' }, 'zone none instead of shop.example.org'],
    [{ stage: 'dev' }, 'stage dev instead of prod'],
    [{ components: [] }, 'components none instead of cert-manager ingress'],
    [{ components: ['ingress'] }, 'components ingress instead of'],
    [{ operator: true }, 'operator was not ordered'],
    [{ secretsReader: true }, 'secretsReader was not ordered'],
    [{ rotate: true }, 'rotate was not ordered'],
    [{ proxyUrl: 'http://proxy:3128' }, 'proxyUrl was not ordered'],
    [{ labels: { tier: 'a' } }, 'labels was not ordered'],
    [{ annotations: { tier: 'a' } }, 'annotations was not ordered'],
  ])('refuses %j', async (changes, message) => {
    const { error } = await register(changes, { authorizer });
    expect(error?.message).toContain(message);
    expect(hub.writes).toEqual([]);
    expect(cluster.requests).toEqual([]);
  });

  it.each([
    ['of another cloud', { 'slipway.dev/cloud': 'other' }],
    ['of another entity', { 'slipway.dev/entity': 'resource:default/x' }],
    ['without marks', { 'slipway.dev/entity': '' }],
  ])('refuses a cluster %s', async (_, changes) => {
    const labels = { ...cloud.cluster.labels, ...changes };
    cloud.cluster = { ...cloud.cluster, labels };
    const { error } = await register({}, { authorizer });
    expect(error?.message).toMatch(
      /^The token of who started this has expired, so shop-prod is registered only as it was ordered: .*Retry the task/,
    );
    expect(hub.writes).toEqual([]);
  });

  it('leaves alone what is registered, whatever was changed since', async () => {
    await register({ operator: true, labels: { tier: 'a' } });
    const before = secret('slipway-fleet');
    const { error, lines, output } = await register({}, { authorizer });
    expect(error).toBeUndefined();
    expect(lines.join()).toContain('is registered already, and that stays');
    expect(output).toMatchObject({ server: cluster.url, verified: false });
    expect(secret('slipway-fleet')).toEqual(before);
  });

  it('finishes what was interrupted between its two Secrets', async () => {
    await register();
    hub.objects.delete('Secret/cluster-shop-prod');
    expect((await register({}, { authorizer })).output.verified).toBe(true);
    expect(secret('argocd').data).toMatchObject({ name: 'shop-prod' });
  });

  it('does not touch what belongs to nobody', async () => {
    registered('slipway-fleet');
    expect((await register({}, { authorizer })).error?.message).toContain(
      'Token expired',
    );
    expect(hub.writes).toEqual([]);
  });

  it('does not choose among hubs', async () => {
    const place = { namespace: 'argocd', access: { kubeconfig: 'none' } };
    const hubs = Hubs.create([
      { name: 'platform', ...place },
      { name: 'other', ...place },
    ]);
    const request = register({ hub: 'platform' }, { authorizer, hubs });
    expect((await request).error?.message).toBe('Token expired');
  });

  it('is no way around a denial', async () => {
    const denied = mockAuthorizer({ denied: true });
    expect(
      (await register({}, { authorizer: denied })).error?.message,
    ).toContain('slipway.cluster.update is missing');
    expect(hub.requests).toEqual([]);
  });
});

import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import { FakeFleet } from '@slipway/backstage-plugin-fleet-react/testUtils';
import { ApiHolder, ApiRef } from '@backstage/frontend-plugin-api';
import { fakeCertificate } from '../__testUtils__/fakeCertificate';
import { EntitiesWithCertificates } from './EntitiesWithCertificates';

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop' },
};

function holding(fleet: FakeFleet): ApiHolder {
  return {
    get: <T>(ref: ApiRef<T>) =>
      ref.id === fleetApiRef.id ? (fleet as T) : undefined,
  };
}

function createKnown(fleet: FakeFleet) {
  const clock = { now: 1_000 };
  const known = EntitiesWithCertificates.create({
    apis: holding(fleet),
    now: () => clock.now,
  });
  const pending = () => {
    try {
      known.has(shop);
      return undefined;
    } catch (thrown) {
      return thrown as Promise<void>;
    }
  };
  const asked = () =>
    fleet.requests.filter(({ method }) => method === 'getSummary').length;
  return { clock, known, pending, asked };
}

describe('EntitiesWithCertificates', () => {
  it('suspends once, then says what the fleet answered', async () => {
    const fleet = FakeFleet.create({ items: [fakeCertificate('shop-tls')] });
    const { known, pending, asked } = createKnown(fleet);
    const first = pending();
    expect(first).toBeInstanceOf(Promise);
    expect(pending()).toBe(first);
    await first;
    expect(known.has(shop)).toBe(true);
    expect(known.has(shop)).toBe(true);
    expect(asked()).toBe(1);
    expect(fleet.requests[0]).toEqual({
      method: 'getSummary',
      request: { domain: 'certificates', entityRef: 'component:default/shop' },
    });
  });

  it('has none where the fleet knows none, or cannot be asked', async () => {
    const empty = createKnown(FakeFleet.create());
    await empty.pending();
    expect(empty.known.has(shop)).toBe(false);

    const fleet = FakeFleet.create({ items: [fakeCertificate('shop-tls')] });
    fleet.fail(new Error('not allowed'));
    const refused = createKnown(fleet);
    await refused.pending();
    expect(refused.known.has(shop)).toBe(false);
  });

  it('asks again beside, and shows what it knew meanwhile', async () => {
    const fleet = FakeFleet.create();
    const { known, pending, asked, clock } = createKnown(fleet);
    await pending();
    fleet.put(fakeCertificate('shop-tls'));
    clock.now += 60_000;
    expect(known.has(shop)).toBe(false);
    await new Promise(process.nextTick);
    expect(asked()).toBe(2);
    expect(known.has(shop)).toBe(true);
  });
});

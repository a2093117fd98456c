import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { fleetApiRef } from '../../api';
import { useFleetItems } from '../../hooks';
import { FakeFleet } from '../../testUtils/FakeFleet';
import { fakeSource } from '../../testUtils/fakeSource';
import { PartialState } from '../States';
import { describeFreshness } from './describeFreshness';
import { FreshnessChip } from './FreshnessChip';

const live = { mode: 'live', since: 0 } as const;
const stale = fakeSource('prod-eu', {
  state: 'stale',
  lastContact: '2026-01-05T13:02:00Z',
  error: 'connect ECONNREFUSED',
});

function Page() {
  const { sources } = useFleetItems({ domain: 'things' });
  return (
    <>
      <FreshnessChip sources={sources} />
      <PartialState sources={sources} />
    </>
  );
}

describe('FreshnessChip', () => {
  it('says how long ago the fleet was heard of', async () => {
    const fleet = FakeFleet.create({ sources: [fakeSource('dev-1')] });
    renderInTestApp(<Page />, { apis: [[fleetApiRef, fleet]] });
    expect(await screen.findByText('live')).toBeVisible();
    expect(screen.getByText(/· (now|\d+ sec\. ago)/)).toBeVisible();
  });

  it('names the cluster that does not answer, and says why', async () => {
    const fleet = FakeFleet.create({ sources: [fakeSource('dev-1'), stale] });
    renderInTestApp(<Page />, { apis: [[fleetApiRef, fleet]] });
    expect(
      await screen.findByText(
        /^stale since .* \(cluster prod-eu does not answer\)$/,
      ),
    ).toBeVisible();
    expect(screen.getByText('1 cluster does not answer')).toBeVisible();
    expect(screen.getByText(/prod-eu, since .*ECONNREFUSED/)).toBeVisible();
  });

  it('calls a cloud a cloud', async () => {
    const fleet = FakeFleet.create({
      sources: [{ ...stale, id: 'cloud/acme', kind: 'cloud', name: 'acme' }],
    });
    renderInTestApp(<Page />, { apis: [[fleetApiRef, fleet]] });
    expect(
      await screen.findByText(
        /^stale since .* \(cloud acme does not answer\)$/,
      ),
    ).toBeVisible();
    expect(screen.getByText('1 cloud does not answer')).toBeVisible();
  });
});

describe('describeFreshness', () => {
  it('counts clusters where more than one is silent', () => {
    const sources = [
      stale,
      fakeSource('b'),
      fakeSource('c', { state: 'failed' }),
    ];
    expect(describeFreshness(live, sources)).toEqual({
      tone: 'stale',
      message: 'several',
      kind: 'cluster',
      count: 2,
      total: 3,
    });
  });

  it('does not call clusters silent that are read for the first time', () => {
    const starting = fakeSource('b', { state: 'starting' });
    expect(describeFreshness(live, [starting, starting])).toEqual({
      tone: 'waiting',
      message: 'startingSeveral',
      kind: 'cluster',
      count: 2,
    });
    expect(describeFreshness(live, [starting, stale])).toMatchObject({
      message: 'stale',
      name: 'prod-eu',
    });
  });

  it('says first that nothing is heard at all', () => {
    expect(describeFreshness({ mode: 'lost', since: 7 }, [stale])).toEqual({
      tone: 'stale',
      message: 'lost',
      since: 7,
    });
  });

  it('does not call a tab live that only begins', () => {
    for (const mode of ['connecting', 'paused'] as const) {
      expect(describeFreshness({ mode, since: 0 }, [])).toEqual({
        tone: 'waiting',
        message: 'connecting',
      });
    }
  });
});

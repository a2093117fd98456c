import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useEffect } from 'react';
import { FakeFleet } from '../testUtils/FakeFleet';
import { FleetApi } from './FleetApi';
import { fleetApiRef } from './fleetApiRef';
import { useFleetApi } from './useFleetApi';

describe('useFleetApi', () => {
  it('is the same one wherever it is asked for, with the token of the app', async () => {
    const seen = new Set<FleetApi>();
    const fetchApi = mockApis.fetch.mock({
      fetch: jest.fn(async () =>
        Response.json({ sources: [], revision: 'e.1' }),
      ),
    });
    function Asker() {
      const api = useFleetApi();
      useEffect(() => {
        seen.add(api);
      }, [api]);
      return <>asked</>;
    }
    renderInTestApp(
      <p>
        <Asker />
        <Asker />
      </p>,
      { apis: [fetchApi] },
    );
    expect(await screen.findByText('askedasked')).toBeVisible();
    expect(seen.size).toBe(1);

    await [...seen][0].listSources();
    expect(fetchApi.fetch).toHaveBeenCalledWith(
      expect.stringMatching(/\/api\/fleet\/sources$/),
      expect.anything(),
    );
  });

  it('is the one that the app gives, where it gives one', async () => {
    const fleet = FakeFleet.create();
    function Asker() {
      return <>{useFleetApi() === fleet ? 'given' : 'made'}</>;
    }
    renderInTestApp(<Asker />, { apis: [[fleetApiRef, fleet]] });
    expect(await screen.findByText('given')).toBeVisible();
  });
});

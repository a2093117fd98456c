import {
  FakeFleet,
  fakeFinding,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen } from '@testing-library/react';
import { fakeCluster } from '../../__testUtils__/fakeCluster';
import { renderPage } from '../../__testUtils__/renderPage';

const broken = fakeCluster('shop-prod', {
  status: 'failing',
  finding: fakeFinding({ cause: 'cluster.create.no-valid-host' }),
});

describe('the page of a cause', () => {
  it('says what it means, what to do, and who has it', async () => {
    renderPage(
      '/clusters/causes/cluster.create.no-valid-host',
      FakeFleet.create({ items: [broken, fakeCluster('ml-1')] }),
    );
    expect(
      await screen.findByRole('heading', { name: 'No host for this flavor' }),
    ).toBeVisible();
    expect(screen.getByText(/Choose another flavor/)).toBeVisible();
    expect(await screen.findByRole('row', { name: /shop-prod/ })).toBeVisible();
    expect(screen.getByText('1 cluster has it now')).toBeVisible();
    expect(screen.queryByRole('row', { name: /ml-1/ })).not.toBeInTheDocument();
  });

  it('says so when nothing has it', async () => {
    renderPage(
      '/clusters/causes/cluster.create.stuck',
      FakeFleet.create({ items: [broken] }),
    );
    expect(await screen.findByText('No cluster has it now')).toBeVisible();
  });

  it('does not know other causes', async () => {
    renderPage('/clusters/causes/host.broken', FakeFleet.create());
    expect(
      await screen.findByText('There is no cause host.broken'),
    ).toBeVisible();
  });
});

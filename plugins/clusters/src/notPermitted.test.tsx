import {
  FakeFleet,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen } from '@testing-library/react';
import { fakeCluster } from './__testUtils__/fakeCluster';
import { renderPage } from './__testUtils__/renderPage';

// In a file of its own: what is permitted is remembered for a while.
describe('for a reader who may only look', () => {
  const cluster = fakeCluster('shop-prod', {
    details: {
      newerTemplates: [
        { uuid: 't-136', name: 'k8s-v1.36', version: 'v1.36.2' },
      ],
    },
  });
  const fleet = () =>
    FakeFleet.create({
      sources: [fakeSource('acme', { id: 'cloud/acme', kind: 'cloud' })],
      items: [cluster],
      details: {
        [cluster.id]: {
          remedies: [
            {
              kind: 'template',
              title: 'Upgrade to v1.36.2',
              effect: 'The nodes are replaced.',
              template: 'template:default/cluster-upgrade',
              values: {},
              isRoutine: true,
            },
          ],
        },
      },
    });

  it('the list offers no order', async () => {
    renderPage('/clusters', fleet(), { isPermitted: false });
    await screen.findByRole('row', { name: /shop-prod/ });
    expect(
      screen.queryByRole('link', { name: 'Order a cluster' }),
    ).not.toBeInTheDocument();
  });

  it('a cluster offers no change', async () => {
    renderPage('/clusters/detail/acme/uuid-of-shop-prod', fleet(), {
      isPermitted: false,
    });
    expect(
      await screen.findByRole('heading', { name: 'shop-prod', level: 2 }),
    ).toBeVisible();
    expect(screen.getByText('k8s-v1.36 (v1.36.2)')).toBeVisible();
    ['Change it', 'Upgrade to v1.36.2', 'Resize', 'Delete'].forEach(words =>
      expect(screen.queryByText(words)).not.toBeInTheDocument(),
    );
  });
});

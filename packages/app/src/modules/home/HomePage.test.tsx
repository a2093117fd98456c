import { renderInTestApp } from '@backstage/frontend-test-utils';
import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { HomePage } from './HomePage';

const component = (name: string, owner: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, uid: name, description: `What ${name} does` },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

function renderPage(entities: ReturnType<typeof component>[]) {
  renderInTestApp(<HomePage />, {
    apis: [
      [catalogApiRef, catalogApiMock({ entities })],
      mockApis.identity({
        userEntityRef: 'user:default/developer',
        ownershipEntityRefs: ['group:default/storefront'],
      }),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('HomePage', () => {
  it('lists what the own teams own', async () => {
    renderPage([
      component('shop', 'group:default/storefront'),
      component('ledger', 'group:default/payments'),
    ]);
    expect(await screen.findByText('What shop does')).toBeInTheDocument();
    expect(screen.queryByText('What ledger does')).not.toBeInTheDocument();
  });

  it('says how something appears there', async () => {
    renderPage([]);
    expect(
      await screen.findByText(/A service that you create appears here/),
    ).toBeInTheDocument();
  });
});

import { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import {
  FakeFleet,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import { fakeCertificate } from './__testUtils__/fakeCertificate';
import { certificatesPlugin } from './plugin';

const shop: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'service', owner: 'storefront', lifecycle: 'production' },
};
const cluster: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'dev-1',
    namespace: 'default',
    annotations: { 'slipway.dev/cluster': 'dev-1' },
  },
  spec: { type: 'kubernetes-cluster', owner: 'platform-team' },
};
const full = () =>
  FakeFleet.create({
    items: [fakeCertificate('shop-tls')],
    sources: [fakeSource('dev-1')],
  });

function renderApp(path: string, fleet: FakeFleet) {
  renderTestApp({
    features: [catalogPlugin, certificatesPlugin],
    apis: [
      [fleetApiRef, fleet],
      [catalogApiRef, catalogApiMock({ entities: [shop, cluster] })],
      mockApis.permission(),
    ],
    initialRouteEntries: [path],
  });
}

const tabs = () =>
  within(screen.getByRole('main'))
    .getAllByRole('navigation')
    .flatMap(nav => within(nav).queryAllByRole('listitem'))
    .map(tab => tab.textContent);

describe('the plugin', () => {
  it('has a page', async () => {
    renderApp('/certificates', full());
    expect(await screen.findByRole('row', { name: /shop-tls/ })).toBeVisible();
  });

  it('has a tab and a card for a service with certificates', async () => {
    renderApp('/catalog/default/component/shop', full());
    expect(await screen.findByRole('link', { name: 'shop-tls' })).toBeVisible();
    expect(tabs()).toContain('Certificates');
  });

  it('opens the tab by its link', async () => {
    renderApp('/catalog/default/component/shop/certificates', full());
    expect(await screen.findByRole('row', { name: /shop-tls/ })).toBeVisible();
  });

  it('has a tab for a cluster', async () => {
    renderApp('/catalog/default/resource/dev-1/certificates', full());
    expect(await screen.findByRole('row', { name: /shop-tls/ })).toBeVisible();
  });

  it('has neither for an entity without', async () => {
    const fleet = FakeFleet.create();
    renderApp('/catalog/default/component/shop', fleet);
    await waitFor(() =>
      expect(fleet.requests.map(({ method }) => method)).toEqual(
        expect.arrayContaining(['getSummary', 'listItems']),
      ),
    );
    expect(await screen.findByRole('heading', { name: 'shop' })).toBeVisible();
    expect(tabs()).toContain('Overview');
    expect(tabs()).not.toContain('Certificates');
    expect(
      within(screen.getByRole('main')).queryByText(/certificates/i),
    ).not.toBeInTheDocument();
  });
});

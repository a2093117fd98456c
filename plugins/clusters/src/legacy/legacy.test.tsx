import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { AlertDisplay } from '@backstage/core-components';
import { createApiFactory } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import {
  FakeFleet,
  fakeFinding,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { render, screen, within } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { fakeCluster } from '../__testUtils__/fakeCluster';
import {
  ClustersPage,
  EntityClusterCard,
  EntityClusterContent,
  isCluster,
} from '../legacy';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'shop-prod',
    namespace: 'default',
    annotations: { 'slipway.dev/cluster': 'shop-prod' },
  },
  spec: { type: 'kubernetes-cluster' },
};

const broken = fakeCluster('shop-prod', {
  status: 'degraded',
  finding: fakeFinding({
    cause: 'cluster.resize.failed',
    status: 'degraded',
    title: 'Resize failed',
    says: 'No valid host was found.',
  }),
});

function renderApp(path: string) {
  window.history.replaceState({}, '', path);
  const fleet = FakeFleet.create({
    items: [broken],
    sources: [fakeSource('acme', { id: 'cloud/acme', kind: 'cloud' })],
  });
  const app = createApp({
    apis: [createApiFactory(fleetApiRef, fleet)],
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { baseUrl: 'http://localhost', title: 'Old app' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ],
  });
  const Root = app.createRoot(
    <>
      <AlertDisplay />
      <AppRouter>
        <FlatRoutes>
          <Route path="/clusters" element={<ClustersPage />} />
          <Route
            path="/entity"
            element={
              <EntityProvider entity={entity}>
                <EntityClusterCard />
                <EntityClusterContent />
              </EntityProvider>
            }
          />
        </FlatRoutes>
      </AppRouter>
    </>,
  );
  render(<Root />);
}

describe('in an app of the old frontend system', () => {
  it('lists clusters, and leads to one', async () => {
    renderApp('/clusters');
    const row = await screen.findByRole('row', { name: /shop-prod/ });
    expect(within(row).getByText('Resize failed')).toBeVisible();
    expect(row).toHaveAttribute(
      'data-href',
      '/clusters/detail/acme/uuid-of-shop-prod',
    );
  });

  it('shows one', async () => {
    renderApp('/clusters/detail/acme/uuid-of-shop-prod');
    expect(
      await screen.findByText('No valid host was found.', {
        selector: 'blockquote',
      }),
    ).toBeVisible();
  });

  it('shows card and tab of an entity', async () => {
    expect(isCluster(entity)).toBe(true);
    renderApp('/entity');
    expect(
      await screen.findByRole('link', { name: 'All about it' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('region', { name: 'Node groups' }),
    ).toBeVisible();
  });
});

import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { AlertDisplay } from '@backstage/core-components';
import { createApiFactory } from '@backstage/core-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  FakeFleet,
  fakeFinding,
  fakeSource,
} from '@slipway/backstage-plugin-fleet-react/testUtils';
import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { fakeCertificate } from '../__testUtils__/fakeCertificate';
import {
  CertificatesPage,
  EntityCertificatesCard,
  EntityCertificatesContent,
} from '../legacy';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
};

const shop = fakeCertificate('shop-tls', {
  status: 'failing',
  finding: fakeFinding({
    cause: 'certificate.issuer.not-found',
    title: 'Issuer does not exist',
    says: 'Referenced "Issuer" not found',
  }),
});

function renderApp(path: string, fleet: FakeFleet) {
  window.history.replaceState({}, '', path);
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
          <Route path="/certificates" element={<CertificatesPage />} />
          <Route
            path="/entity"
            element={
              <EntityProvider entity={entity}>
                <EntityCertificatesCard />
                <EntityCertificatesContent />
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
  const fleet = () =>
    FakeFleet.create({
      items: [shop],
      sources: [fakeSource('dev-1')],
      details: {
        [shop.id]: {
          remedies: [
            {
              kind: 'operation',
              operation: 'renew',
              title: 'Renew now',
              effect: 'A new certificate is asked for.',
            },
          ],
        },
      },
    });

  it('lists certificates, and leads to one', async () => {
    renderApp('/certificates', fleet());
    const row = await screen.findByRole('row', { name: /shop-tls/ });
    expect(within(row).getByText('Issuer does not exist')).toBeVisible();
    expect(row).toHaveAttribute(
      'data-href',
      '/certificates/dev-1/shop-dev/shop-tls',
    );
  });

  it('shows one, and renews it', async () => {
    renderApp('/certificates/dev-1/shop-dev/shop-tls', fleet());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Renew now' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Renew now' }),
    );
    expect(await screen.findByText('Renew now: done')).toBeVisible();
  });

  it('shows card and tab of an entity', async () => {
    renderApp('/entity', fleet());
    expect(await screen.findByRole('link', { name: 'shop-tls' })).toBeVisible();
    expect(await screen.findByRole('row', { name: /shop-tls/ })).toBeVisible();
  });
});

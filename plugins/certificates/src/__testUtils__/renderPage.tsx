import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import { FakeFleet } from '@slipway/backstage-plugin-fleet-react/testUtils';
import { Route, Routes } from 'react-router-dom';
import { CertificatesRouter } from '../components/CertificatesRouter';
import { rootRouteRef } from '../routes';

/** Shows the page at a path, live with a fleet in memory. */
export function renderPage(path: string, fleet: FakeFleet) {
  return renderInTestApp(
    <Routes>
      <Route path="/certificates/*" element={<CertificatesRouter />} />
    </Routes>,
    {
      apis: [[fleetApiRef, fleet]],
      mountedRoutes: { '/certificates': rootRouteRef },
      initialRouteEntries: [path],
    },
  );
}

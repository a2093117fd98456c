import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { canHaveCertificates } from './entity/canHaveCertificates';
import { EntitiesWithCertificates } from './entity/EntitiesWithCertificates';
import { causeRouteRef, certificateRouteRef, rootRouteRef } from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/certificates',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/CertificatesRouter').then(m => (
        <m.CertificatesRouter />
      )),
  },
});

const entityContent = EntityContentBlueprint.makeWithOverrides({
  factory: (originalFactory, { apis }) => {
    const known = EntitiesWithCertificates.create({ apis });
    return originalFactory({
      path: '/certificates',
      title: 'Certificates',
      group: 'operation',
      filter: entity => canHaveCertificates(entity) && known.has(entity),
      loader: () =>
        import('./components/EntityCertificates').then(m => (
          <m.EntityCertificates />
        )),
    });
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    // The card itself is nothing where there is no certificate.
    filter: canHaveCertificates,
    loader: () =>
      import('./components/EntityCertificatesCard').then(m => (
        <m.EntityCertificatesCard />
      )),
  },
});

/**
 * Certificates of all clusters: a page, and a tab and a card of the entities
 * that have some.
 *
 * @public
 */
export const certificatesPlugin = createFrontendPlugin({
  pluginId: 'certificates',
  title: 'Certificates',
  icon: <RiShieldKeyholeLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    certificate: certificateRouteRef,
    cause: causeRouteRef,
  },
  extensions: [page, entityContent, entityCard],
});

import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { legacyRoutes } from './routes';

/**
 * Certificates of all clusters, for an app of the old frontend system.
 *
 * @public
 */
export const certificatesPlugin = createPlugin({
  id: 'certificates',
  routes: legacyRoutes,
});

/**
 * The page, usually at `/certificates`.
 *
 * @public
 */
export const CertificatesPage: () => JSX.Element = certificatesPlugin.provide(
  createRoutableExtension({
    name: 'CertificatesPage',
    component: () =>
      import('./LegacyCertificatesPage').then(m => m.LegacyCertificatesPage),
    mountPoint: legacyRoutes.root,
  }),
);

/**
 * The tab of an entity page, for the entities that `canHaveCertificates`.
 *
 * @public
 */
export const EntityCertificatesContent: () => JSX.Element =
  certificatesPlugin.provide(
    createComponentExtension({
      name: 'EntityCertificatesContent',
      component: {
        lazy: () =>
          import('./LegacyEntityCertificates').then(
            m => m.LegacyEntityCertificates,
          ),
      },
    }),
  );

/**
 * The card of an entity page; nothing where there is no certificate.
 *
 * @public
 */
export const EntityCertificatesCard: () => JSX.Element =
  certificatesPlugin.provide(
    createComponentExtension({
      name: 'EntityCertificatesCard',
      component: {
        lazy: () =>
          import('./LegacyEntityCertificatesCard').then(
            m => m.LegacyEntityCertificatesCard,
          ),
      },
    }),
  );

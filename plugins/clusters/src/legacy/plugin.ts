import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { legacyExternalRoutes, legacyRoutes } from './routes';

/**
 * Clusters of all clouds, for an app of the old frontend system.
 *
 * @public
 */
export const clustersPlugin = createPlugin({
  id: 'clusters',
  routes: legacyRoutes,
  externalRoutes: legacyExternalRoutes,
});

/**
 * The page, usually at `/clusters`.
 *
 * @public
 */
export const ClustersPage: () => JSX.Element = clustersPlugin.provide(
  createRoutableExtension({
    name: 'ClustersPage',
    component: () =>
      import('./LegacyClustersPage').then(m => m.LegacyClustersPage),
    mountPoint: legacyRoutes.root,
  }),
);

/**
 * The tab of an entity page, for an entity that `isCluster`.
 *
 * @public
 */
export const EntityClusterContent: () => JSX.Element = clustersPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterContent',
    component: {
      lazy: () =>
        import('./LegacyEntityCluster').then(m => m.LegacyEntityCluster),
    },
  }),
);

/**
 * The card of an entity page, for an entity that `isCluster`.
 *
 * @public
 */
export const EntityClusterCard: () => JSX.Element = clustersPlugin.provide(
  createComponentExtension({
    name: 'EntityClusterCard',
    component: {
      lazy: () =>
        import('./LegacyEntityClusterCard').then(
          m => m.LegacyEntityClusterCard,
        ),
    },
  }),
);

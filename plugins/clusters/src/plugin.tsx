import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiServerLine } from '@remixicon/react';
import { isCluster } from './entity/isCluster';
import {
  causeRouteRef,
  certificatesRouteRef,
  clusterRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/clusters',
    routeRef: rootRouteRef,
    loader: () =>
      import('./components/ClustersRouter').then(m => <m.ClustersRouter />),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/cluster',
    title: 'Cluster',
    group: 'operation',
    filter: isCluster,
    loader: () =>
      import('./components/EntityCluster').then(m => <m.EntityCluster />),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: isCluster,
    loader: () =>
      import('./components/EntityClusterCard').then(m => (
        <m.EntityClusterCard />
      )),
  },
});

/**
 * Clusters of all clouds: a page, and a tab and a card of the entities that
 * stand for one.
 *
 * @public
 */
export const clustersPlugin = createFrontendPlugin({
  pluginId: 'clusters',
  title: 'Clusters',
  icon: <RiServerLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    cluster: clusterRouteRef,
    cause: causeRouteRef,
  },
  externalRoutes: {
    template: templateRouteRef,
    certificates: certificatesRouteRef,
  },
  extensions: [page, entityContent, entityCard],
});

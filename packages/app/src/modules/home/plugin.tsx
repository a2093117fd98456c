import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiHomeLine } from '@remixicon/react';
import {
  catalogRouteRef,
  docsRouteRef,
  rootRouteRef,
  templatesRouteRef,
} from './routes';

const page = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Home',
    icon: <RiHomeLine />,
    routeRef: rootRouteRef,
    loader: () => import('./HomePage').then(m => <m.HomePage />),
  },
});

/** The first page: what to try, and what one's teams own. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: 'Home',
  icon: <RiHomeLine />,
  routes: { root: rootRouteRef },
  externalRoutes: {
    catalog: catalogRouteRef,
    docs: docsRouteRef,
    templates: templatesRouteRef,
  },
  extensions: [page],
});

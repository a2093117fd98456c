import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

const createPageRouteRef = createRouteRef();
const certificatesRouteRef = createRouteRef();

/** Those that the pages lead to, as far as they do. */
export const otherPlugins = [
  createFrontendPlugin({
    pluginId: 'scaffolder',
    routes: {
      selectedTemplate: createSubRouteRef({
        parent: createPageRouteRef,
        path: '/templates/:namespace/:templateName',
      }),
    },
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/create',
          routeRef: createPageRouteRef,
          loader: async () => <>Create</>,
        },
      }),
    ],
  }),
  createFrontendPlugin({
    pluginId: 'certificates',
    routes: { root: certificatesRouteRef },
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/certificates',
          routeRef: certificatesRouteRef,
          loader: async () => <>Certificates</>,
        },
      }),
    ],
  }),
  createFrontendPlugin({
    pluginId: 'catalog',
    routes: { catalogEntity: entityRouteRef },
    extensions: [
      PageBlueprint.make({
        params: {
          path: '/catalog/:namespace/:kind/:name',
          routeRef: entityRouteRef,
          loader: async () => <>Entity</>,
        },
      }),
    ],
  }),
];

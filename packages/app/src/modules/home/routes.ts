import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const catalogRouteRef = createExternalRouteRef({
  defaultTarget: 'catalog.catalogIndex',
});

export const templatesRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

export const docsRouteRef = createExternalRouteRef({
  defaultTarget: 'techdocs.root',
});

import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

export const certificateRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:cluster/:namespace/:name',
});

export const causeRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/causes/:code',
});

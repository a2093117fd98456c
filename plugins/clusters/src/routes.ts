import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();

/** `place` is the cloud, or for a registered cluster its own name. */
export const clusterRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/detail/:place/:name',
});

export const causeRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/causes/:code',
});

export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

export const certificatesRouteRef = createExternalRouteRef({
  defaultTarget: 'certificates.root',
});

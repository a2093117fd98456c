import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fleetApiRef } from '@slipway/backstage-plugin-fleet-react';
import { FakeFleet } from '@slipway/backstage-plugin-fleet-react/testUtils';
import { clustersPlugin } from '../plugin';
import { otherPlugins } from './otherPlugins';

/** Shows the page at a path, live with a fleet in memory. */
export function renderPage(
  path: string,
  fleet: FakeFleet,
  options: { isPermitted?: boolean } = {},
) {
  const { isPermitted = true } = options;
  return renderTestApp({
    features: [clustersPlugin, ...otherPlugins],
    apis: [
      [fleetApiRef, fleet],
      mockApis.permission({
        authorize: isPermitted ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
    ],
    initialRouteEntries: [path],
  });
}

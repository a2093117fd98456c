import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { fleetItemResourceRef } from '../fleetItemResourceRef';
import { matchesScopeFilter } from '../ItemScope';

/** Allows items in these clusters, and in clouds of these names. */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Allow items in one of these clusters',
  resourceRef: fleetItemResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Fleet names of clusters, and names of clouds'),
  }),
  apply: (scope, { clusters }) =>
    matchesScopeFilter({ key: 'cluster', values: clusters }, scope),
  toQuery: ({ clusters }) => ({ key: 'cluster', values: clusters }),
});

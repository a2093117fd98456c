import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { fleetItemResourceRef } from '../fleetItemResourceRef';
import { matchesScopeFilter } from '../ItemScope';

/** Allows items of these groups. */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow items that belong to one of these groups',
  resourceRef: fleetItemResourceRef,
  paramsSchema: z.object({
    owners: z.array(z.string()).describe('Entity references of groups'),
  }),
  apply: (scope, { owners }) =>
    matchesScopeFilter({ key: 'owner', values: owners }, scope),
  toQuery: ({ owners }) => ({ key: 'owner', values: owners }),
});

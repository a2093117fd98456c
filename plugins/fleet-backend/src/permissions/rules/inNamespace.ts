import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { fleetItemResourceRef } from '../fleetItemResourceRef';
import { matchesScopeFilter } from '../ItemScope';

/** Allows items in namespaces of these names. */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow items in a namespace of one of these names',
  resourceRef: fleetItemResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: (scope, { namespaces }) =>
    matchesScopeFilter({ key: 'namespace', values: namespaces }, scope),
  toQuery: ({ namespaces }) => ({ key: 'namespace', values: namespaces }),
});

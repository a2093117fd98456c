import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterDeletePermission } from '@slipway/backstage-plugin-clusters-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { unregisterCluster } from '../clusters';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { examples } from './clusterUnregister.examples';

/**
 * `argocd:cluster:unregister`: takes a cluster from a hub, and our accounts from
 * the cluster while it answers.
 */
export function createClusterUnregisterAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:cluster:unregister',
    description:
      'Takes a cluster from a hub, and the accounts of Argo CD and the fleet from the cluster while it answers; refuses while Applications go there. A dry run shows what would go',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('What the cluster is called everywhere'),
        owner: z => z.string().describe('The owning group'),
        cloud: z =>
          z.string().optional().describe('Default: as it was registered'),
        clusterId: z =>
          z
            .string()
            .optional()
            .describe('UUID in Magnum. Default: as it was registered'),
        hub: z => z.string().optional().describe('Default: the only one'),
        force: z =>
          z
            .boolean()
            .optional()
            .describe('Although Applications go there, which then lose it'),
      },
      output: {
        removed: z => z.boolean().describe('Whether there was anything'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const owner = groupNameOf(input.owner);
      const credentials = await ctx.getInitiatorCredentials();
      await options.authorizer.authorize({
        credentials,
        permission: clusterDeletePermission,
        owner,
      });
      // No checkpoint: what is gone is found gone by a retry.
      const { removed } = await unregisterCluster({
        hub: options.hubs.get(input.hub, signal),
        name: input.name,
        owner,
        cluster: input.clusterId
          ? { cloud: input.cloud || undefined, id: input.clusterId }
          : undefined,
        clouds: options.clouds,
        createAdmin: options.createAdmin,
        force: input.force ?? false,
        dryRun: Boolean(ctx.isDryRun),
        authorizePlatform: () =>
          options.authorizer.authorizePlatform(credentials),
        log: line => logger.info(line),
        signal,
        clock: options.clock,
      });
      ctx.output('removed', removed);
    },
  });
}

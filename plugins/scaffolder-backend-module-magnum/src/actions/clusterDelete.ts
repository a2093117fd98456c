import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterDeletePermission } from '@slipway/backstage-plugin-clusters-common';
import { deleteCluster } from '../deletion';
import { openCluster } from '../errands';
import { checkConfirmation } from './checkConfirmation';
import { examples } from './clusterDelete.examples';
import { MagnumActionOptions } from './MagnumActionOptions';

/** `magnum:cluster:delete`: deletes a cluster and waits until it is gone. */
export function createClusterDeleteAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:cluster:delete',
    description:
      'Deletes a cluster of OpenStack Magnum after its name was typed again, and waits until it is gone; a dry run shows what would go',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cloud: z =>
          z
            .string()
            .optional()
            .describe('As configured. Default: the only one'),
        cluster: z => z.string().describe('Its uuid in Magnum'),
        confirm: z => z.string().describe('Its name'),
        planOnly: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Only check the name and say what would go; for a step before others that take it out of use',
            ),
      },
      output: {
        outcome: z => z.enum(['absent', 'planned', 'deleted']),
        name: z => z.string().describe('Of the cluster'),
      },
    },
    async handler(ctx) {
      const { cloud, cluster: id, confirm, planOnly } = ctx.input;
      const { errand, cluster } = await openCluster(options, ctx, {
        cloud,
        id,
        permission: clusterDeletePermission,
      });
      ctx.output('name', confirm);
      if (!cluster) {
        errand.log(
          `The cloud ${errand.cloud.name} has no cluster ${id}; nothing to delete`,
        );
        ctx.output('outcome', 'absent');
        return;
      }
      checkConfirmation({ name: cluster.name, confirm });
      const result = await deleteCluster(errand, {
        cluster,
        dryRun: Boolean(planOnly || ctx.isDryRun),
      });
      if (result.outcome === 'failed') {
        throw new Error(result.message);
      }
      ctx.output('outcome', result.outcome);
    },
  });
}

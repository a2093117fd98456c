import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterUpdatePermission } from '@slipway/backstage-plugin-clusters-common';
import { requireCluster } from '../errands';
import { deleteNodeGroup } from '../nodegroups';
import { checkConfirmation } from './checkConfirmation';
import { MagnumActionOptions } from './MagnumActionOptions';
import { examples } from './nodegroupDelete.examples';

/** `magnum:nodegroup:delete`: deletes a node group and waits until it is gone. */
export function createNodegroupDeleteAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:nodegroup:delete',
    description:
      'Deletes a node group of a cluster of OpenStack Magnum with its nodes, after its name was typed again',
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
        name: z => z.string().describe('Of the node group'),
        confirm: z => z.string().describe('The name once more'),
      },
      output: {
        outcome: z => z.enum(['absent', 'planned', 'deleted']),
      },
    },
    async handler(ctx) {
      const { cloud, cluster: id, name, confirm } = ctx.input;
      const { errand, cluster } = await requireCluster(options, ctx, {
        cloud,
        id,
        permission: clusterUpdatePermission,
      });
      checkConfirmation({ name, confirm });
      const result = await deleteNodeGroup(errand, {
        cluster,
        name,
        dryRun: Boolean(ctx.isDryRun),
      });
      if (result.outcome === 'failed') {
        throw new Error(result.message);
      }
      ctx.output('outcome', result.outcome);
    },
  });
}

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterUpdatePermission } from '@slipway/backstage-plugin-clusters-common';
import { requireCluster } from '../errands';
import { resizeCluster } from '../resizing';
import { examples } from './clusterResize.examples';
import { MagnumActionOptions } from './MagnumActionOptions';
import { withoutEmpty } from './withoutEmpty';

/** `magnum:cluster:resize`: asks for a number of nodes. */
export function createClusterResizeAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:cluster:resize',
    description:
      'Asks OpenStack Magnum for a number of nodes of a cluster; magnum:cluster:wait waits for them',
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
        nodeCount: z => z.number().describe('How many there shall be'),
        nodeGroup: z =>
          z.string().optional().describe('Default: the one made with it'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'resized']),
        nodeGroup: z => z.string(),
      },
    },
    async handler(ctx) {
      const { cloud, nodeCount, nodeGroup } = withoutEmpty(ctx.input);
      const { errand, cluster } = await requireCluster(options, ctx, {
        cloud,
        id: ctx.input.cluster,
        permission: clusterUpdatePermission,
      });
      const result = await resizeCluster(errand, {
        cluster,
        nodeCount,
        nodeGroup,
        checkpoint: ctx.checkpoint,
        dryRun: Boolean(ctx.isDryRun),
      });
      ctx.output('outcome', result.outcome);
      ctx.output('nodeGroup', result.nodeGroup);
    },
  });
}

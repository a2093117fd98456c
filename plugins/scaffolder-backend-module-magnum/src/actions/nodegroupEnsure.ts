import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterUpdatePermission } from '@slipway/backstage-plugin-clusters-common';
import { requireCluster } from '../errands';
import { ensureNodeGroup } from '../nodegroups';
import { MagnumActionOptions } from './MagnumActionOptions';
import { withoutEmpty } from './withoutEmpty';
import { examples } from './nodegroupEnsure.examples';

/** `magnum:nodegroup:ensure`: makes a node group, or changes its size and bounds. */
export function createNodegroupEnsureAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:nodegroup:ensure',
    description:
      'Makes a node group of a cluster of OpenStack Magnum, or changes how many nodes it has and may have; magnum:cluster:wait waits for them',
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
        nodeCount: z =>
          z.number().optional().describe('Default for a new one: 1'),
        minNodeCount: z =>
          z.number().optional().describe('The least, for the autoscaler'),
        maxNodeCount: z =>
          z.number().optional().describe('The most, for the autoscaler'),
        role: z => z.string().optional().describe('Default: worker'),
        flavor: z =>
          z.string().optional().describe('Default: that of the cluster'),
        labels: z =>
          z
            .record(z.string())
            .optional()
            .describe('Labels of Magnum, added to those of the cluster'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'created', 'updated']),
      },
    },
    async handler(ctx) {
      const { cloud, cluster: id, ...request } = withoutEmpty(ctx.input);
      const { errand, cluster } = await requireCluster(options, ctx, {
        cloud,
        id,
        permission: clusterUpdatePermission,
      });
      const outcome = await ensureNodeGroup(errand, {
        cluster,
        request,
        checkpoint: ctx.checkpoint,
        dryRun: Boolean(ctx.isDryRun),
      });
      ctx.output('outcome', outcome);
    },
  });
}

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterUpdatePermission } from '@slipway/backstage-plugin-clusters-common';
import { requireCluster } from '../errands';
import { upgradeCluster } from '../upgrading';
import { examples } from './clusterUpgrade.examples';
import { MagnumActionOptions } from './MagnumActionOptions';

/** `magnum:cluster:upgrade`: asks for a newer version of Kubernetes. */
export function createClusterUpgradeAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:cluster:upgrade',
    description:
      'Asks OpenStack Magnum for the newer Kubernetes of another cluster template and says what stays; magnum:cluster:wait waits for it',
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
        clusterTemplate: z => z.string().describe('Name or uuid'),
        maxBatchSize: z =>
          z
            .number()
            .optional()
            .describe('How many nodes at a time. Default: 1'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'upgrading']),
      },
    },
    async handler(ctx) {
      const { cloud, clusterTemplate, maxBatchSize = 1 } = ctx.input;
      const { errand, cluster } = await requireCluster(options, ctx, {
        cloud,
        id: ctx.input.cluster,
        permission: clusterUpdatePermission,
      });
      const { outcome } = await upgradeCluster(errand, {
        cluster,
        clusterTemplate,
        maxBatchSize,
        checkpoint: ctx.checkpoint,
        dryRun: Boolean(ctx.isDryRun),
      });
      ctx.output('outcome', outcome);
    },
  });
}

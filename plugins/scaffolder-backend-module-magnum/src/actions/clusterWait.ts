import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterUpdatePermission } from '@slipway/backstage-plugin-clusters-common';
import { requireCluster } from '../errands';
import { waitForCluster } from '../watch';
import { examples } from './clusterWait.examples';
import { MagnumActionOptions } from './MagnumActionOptions';
import { withoutEmpty } from './withoutEmpty';

/** `magnum:cluster:wait`: waits until what was asked of a cluster is done. */
export function createClusterWaitAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:cluster:wait',
    description:
      'Waits until a cluster of OpenStack Magnum is made, resized or upgraded; ends with the cause when it fails',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cloud: z =>
          z
            .string()
            .optional()
            .describe('As configured. Default: the only one'),
        clusterId: z =>
          z
            .string()
            .optional()
            .describe(
              'Its uuid in Magnum. Only a dry run goes without: nothing is made in it',
            ),
        nodeGroup: z =>
          z
            .string()
            .optional()
            .describe(
              'Whose failure counts too, besides that of the groups made with the cluster',
            ),
      },
      output: {
        status: z => z.string().optional(),
        apiAddress: z =>
          z.string().optional().describe('Of the Kubernetes API'),
        version: z => z.string().optional().describe('Of Kubernetes'),
      },
    },
    async handler(ctx) {
      const { cloud, clusterId, nodeGroup } = withoutEmpty(ctx.input);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would wait for ${
            clusterId ? `the cluster ${clusterId}` : 'the cluster'
          }`,
        );
        return;
      }
      if (!clusterId) {
        throw new InputError(
          'Which cluster to wait for is not said: clusterId',
        );
      }
      const { errand, cluster } = await requireCluster(options, ctx, {
        cloud,
        id: clusterId,
        permission: clusterUpdatePermission,
      });
      const result = await waitForCluster(errand, { cluster, nodeGroup });
      if (result.outcome === 'failed') {
        throw new Error(result.message);
      }
      const {
        status,
        api_address: server,
        coe_version: version,
      } = result.cluster;
      ctx.output('status', status ?? undefined);
      ctx.output('apiAddress', server ?? undefined);
      ctx.output('version', version ?? undefined);
    },
  });
}

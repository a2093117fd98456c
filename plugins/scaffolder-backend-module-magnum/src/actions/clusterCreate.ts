import { stringifyEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterCreatePermission } from '@slipway/backstage-plugin-clusters-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { ensureCluster } from '../creation';
import { authorizeTask, patiently, startErrand } from '../errands';
import { examples } from './clusterCreate.examples';
import { MagnumActionOptions } from './MagnumActionOptions';
import { withoutEmpty } from './withoutEmpty';

/** `magnum:cluster:create`: orders a cluster, once however often it runs. */
export function createClusterCreateAction(options: MagnumActionOptions) {
  return createTemplateAction({
    id: 'magnum:cluster:create',
    description:
      'Orders a Kubernetes cluster from OpenStack Magnum after checking all that can be checked; a task that runs twice makes one',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe('Of the cluster in Magnum, the catalog and Argo CD'),
        owner: z => z.string().describe('The owning group'),
        cloud: z =>
          z
            .string()
            .optional()
            .describe('As configured. Default: the only one'),
        clusterTemplate: z => z.string().describe('Name or uuid'),
        nodeCount: z => z.number().optional().describe('Default: 1'),
        masterCount: z =>
          z
            .number()
            .optional()
            .describe('Control-plane nodes: 1, 3, 5 or 7. Default: 1'),
        flavor: z =>
          z
            .string()
            .optional()
            .describe('Of the nodes. Default: that of the template'),
        masterFlavor: z =>
          z
            .string()
            .optional()
            .describe('Of the control plane. Default: that of the template'),
        keypair: z => z.string().optional().describe('For SSH to the nodes'),
        network: z =>
          z.string().optional().describe('Name or id. Default: a new one'),
        subnet: z => z.string().optional().describe('Of that network'),
        floatingIp: z =>
          z.boolean().optional().describe('Default: as the template says'),
        labels: z =>
          z
            .record(z.string())
            .optional()
            .describe('Labels of Magnum, added to those of the template'),
        zone: z => z.string().optional().describe('DNS zone of its services'),
        stage: z =>
          z.string().optional().describe('What environments select it by'),
        components: z =>
          z
            .array(z.string())
            .optional()
            .describe('Platform components that it shall get'),
        createTimeout: z =>
          z
            .number()
            .optional()
            .describe('Minutes. Default: that of Magnum, 60'),
      },
      output: {
        cloud: z => z.string(),
        clusterId: z => z.string().optional().describe('Its uuid in Magnum'),
        name: z => z.string(),
        entityRef: z => z.string().describe('Of its Resource in the catalog'),
        owner: z => z.string().describe('Name of the owning group'),
        zone: z => z.string().optional(),
        stage: z => z.string().optional(),
        components: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      const { name, ...choices } = ctx.input;
      const input = withoutEmpty(choices);
      const { stage, zone, components = [] } = input;
      const owner = groupNameOf(ctx.input.owner);
      await authorizeTask(ctx, {
        key: `${clusterCreatePermission.name}.${owner}`,
        authorize: credentials =>
          options.authorizer.authorize({
            credentials,
            permission: clusterCreatePermission,
            owner,
          }),
      });
      const errand = startErrand(options, ctx, input.cloud);
      const { cloud, signal } = errand;
      const project = await patiently(errand, () => cloud.project({ signal }));
      const entityRef = stringifyEntityRef({
        kind: 'resource',
        namespace: 'default',
        name,
      });
      const marks = {
        entityRef,
        cloud: cloud.name,
        project: project.id,
        owner,
        zone,
        stage,
        components,
      };
      const order = {
        request: {
          ...input,
          name,
          owner,
          nodeCount: input.nodeCount ?? 1,
          masterCount: input.masterCount ?? 1,
          labels: input.labels ?? {},
          components,
        },
        marks,
        others: options.clouds
          .list()
          .filter(other => !other.watchOnly && other.name !== cloud.name),
        configured: options.configured ?? [],
      };
      const result = await options.turns.take(
        { key: `${cloud.name}/${project.id}/${entityRef}`, signal },
        () =>
          ensureCluster(errand, {
            order,
            checkpoint: ctx.checkpoint,
            dryRun: Boolean(ctx.isDryRun),
          }),
      );
      ctx.output('cloud', cloud.name);
      if (result.outcome !== 'planned') {
        ctx.output('clusterId', result.cluster.uuid);
      }
      ctx.output('name', name);
      ctx.output('entityRef', entityRef);
      ctx.output('owner', owner);
      ctx.output('zone', zone);
      ctx.output('stage', stage);
      ctx.output('components', components);
    },
  });
}

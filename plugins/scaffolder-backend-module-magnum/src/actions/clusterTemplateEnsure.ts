import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ensureTemplate } from '../clustertemplates';
import { authorizeTask, startErrand } from '../errands';
import { examples } from './clusterTemplateEnsure.examples';
import { MagnumActionOptions } from './MagnumActionOptions';
import { withoutEmpty } from './withoutEmpty';

/** `magnum:cluster-template:ensure`: makes a cluster template, or finds it. */
export function createClusterTemplateEnsureAction(
  options: MagnumActionOptions,
) {
  return createTemplateAction({
    id: 'magnum:cluster-template:ensure',
    description:
      'Makes a cluster template of OpenStack Magnum, or finds the one of that name; one that is used never changes',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cloud: z =>
          z
            .string()
            .optional()
            .describe('As configured. Default: the only one'),
        name: z =>
          z.string().describe('With the version in it, such as k8s-v1.36.2'),
        image: z => z.string().describe('Name or id'),
        externalNetwork: z => z.string().optional().describe('Name or id'),
        flavor: z => z.string().optional().describe('Of the nodes'),
        masterFlavor: z =>
          z.string().optional().describe('Of the control plane'),
        keypair: z => z.string().optional(),
        networkDriver: z =>
          z.string().optional().describe('For example calico or cilium'),
        volumeDriver: z => z.string().optional().describe('For example cinder'),
        dockerVolumeSize: z =>
          z.number().optional().describe('GB of the volume of each node'),
        dnsNameserver: z => z.string().optional(),
        masterLoadBalancer: z =>
          z
            .boolean()
            .optional()
            .describe('Needed for more than one control-plane node'),
        floatingIp: z =>
          z
            .boolean()
            .optional()
            .describe('Whether they are reached from outside'),
        public: z =>
          z.boolean().optional().describe('For all projects of the cloud'),
        labels: z => z.record(z.string()).optional(),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'created', 'updated']),
        clusterTemplateId: z => z.string().optional().describe('Its uuid'),
      },
    },
    async handler(ctx) {
      const input = withoutEmpty(ctx.input);
      await authorizeTask(ctx, {
        key: 'platform',
        authorize: credentials =>
          options.authorizer.authorizePlatform(credentials),
      });
      const errand = startErrand(options, ctx, input.cloud);
      const result = await ensureTemplate(errand, {
        request: {
          name: input.name,
          image_id: input.image,
          external_network_id: input.externalNetwork,
          flavor_id: input.flavor,
          master_flavor_id: input.masterFlavor,
          keypair_id: input.keypair,
          network_driver: input.networkDriver,
          volume_driver: input.volumeDriver,
          docker_volume_size: input.dockerVolumeSize,
          dns_nameserver: input.dnsNameserver,
          master_lb_enabled: input.masterLoadBalancer,
          floating_ip_enabled: input.floatingIp,
          public: input.public,
          labels: input.labels,
        },
        checkpoint: ctx.checkpoint,
        dryRun: Boolean(ctx.isDryRun),
      });
      ctx.output('outcome', result.outcome);
      ctx.output('clusterTemplateId', result.uuid);
    },
  });
}

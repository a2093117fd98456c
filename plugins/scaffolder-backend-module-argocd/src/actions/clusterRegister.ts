import { randomBytes } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { checkOrder, registerCluster } from '../clusters';
import { checkRegistrationInput } from '../clusters/checkRegistrationInput';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { authorizeRegistration } from './authorizeRegistration';
import { examples } from './clusterRegister.examples';

/**
 * `argocd:cluster:register`: makes accounts on a cluster of Magnum, tries them,
 * and registers the cluster at a hub, for Argo CD and for the fleet.
 */
export function createClusterRegisterAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:cluster:register',
    description:
      'Makes accounts for Argo CD and the fleet on a cluster of Magnum, tries them, and registers the cluster at a hub; brings a registration up to date',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('What the cluster is called everywhere'),
        owner: z => z.string().describe('The owning group'),
        cloud: z => z.string().optional().describe('Default: the only one'),
        clusterId: z =>
          z
            .string()
            .optional()
            .describe(
              'UUID of the cluster in Magnum; only a plan goes without one',
            ),
        hub: z => z.string().optional().describe('Default: the only one'),
        zone: z => z.string().optional().describe('DNS zone of its services'),
        stage: z =>
          z.string().optional().describe('What environments select it by'),
        components: z =>
          z
            .array(z.string())
            .optional()
            .describe('Platform components that it shall have'),
        labels: z => z.record(z.string()).optional().describe('Further labels'),
        annotations: z =>
          z.record(z.string()).optional().describe('Further annotations'),
        operator: z =>
          z
            .boolean()
            .optional()
            .describe('Also an account for the operations of the fleet'),
        secretsReader: z =>
          z
            .boolean()
            .optional()
            .describe(
              'The fleet also reads Secrets, of which it keeps no value',
            ),
        proxyUrl: z =>
          z
            .string()
            .optional()
            .describe('HTTP proxy on the way to its API, without a password'),
        rotate: z =>
          z
            .boolean()
            .optional()
            .describe('Make new tokens, and delete the old ones afterwards'),
        planOnly: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Only check what can be checked, and change nothing; for a step before the cluster is ordered',
            ),
      },
      output: {
        name: z => z.string(),
        server: z => z.string().optional(),
        verified: z =>
          z
            .boolean()
            .describe('Whether each credential was tried on the cluster'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      checkRegistrationInput(input);
      const owner = groupNameOf(input.owner);
      const plan = Boolean(input.planOnly || ctx.isDryRun);
      const right = await authorizeRegistration(options, ctx, { owner, plan });
      const hub = options.hubs.get(input.hub, signal);
      const cloud = options.clouds.get(input.cloud || undefined);
      const facts = {
        name: input.name,
        owner,
        zone: input.zone,
        stage: input.stage,
        components: input.components ?? [],
        proxyUrl: input.proxyUrl || undefined,
        labels: input.labels ?? {},
        annotations: input.annotations ?? {},
      };
      const common = {
        hub,
        environments: options.environments,
        facts,
        authorizePlatform: async () =>
          options.authorizer.authorizePlatform(
            await ctx.getInitiatorCredentials(),
          ),
        log: (line: string) => logger.info(line),
        signal,
        clock: options.clock,
      };
      if (!input.clusterId) {
        if (!plan) {
          throw new InputError(
            'Registering takes the clusterId; only a plan goes without one',
          );
        }
        await checkOrder({ ...common, cloud });
        ctx.output('name', input.name);
        ctx.output('verified', false);
        return;
      }
      // A retry goes on with the token that it has begun with.
      const rotation =
        input.rotate && !plan
          ? await ctx.checkpoint({
              key: `argocd.cluster.rotation.${hub.name}.${input.name}`,
              fn: async () => randomBytes(4).toString('hex'),
            })
          : undefined;
      const { name, server, verified } = await registerCluster({
        ...common,
        cluster: { cloud, id: input.clusterId },
        createAdmin: options.createAdmin,
        operator: input.operator ?? false,
        secretsReader: input.secretsReader ?? false,
        rotation,
        dryRun: plan,
        right,
      });
      ctx.output('name', name);
      ctx.output('server', server);
      ctx.output('verified', verified);
    },
  });
}

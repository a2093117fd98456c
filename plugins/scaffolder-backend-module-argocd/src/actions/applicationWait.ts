import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { serviceCreatePermission } from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { waitForApplication } from '../applications';
import { examples } from './applicationWait.examples';
import { ArgocdActionOptions } from './ArgocdActionOptions';

const DEFAULT_TIMEOUT_S = 600;

/** `argocd:application:wait`: waits until an Application is synced and healthy. */
export function createApplicationWaitAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:application:wait',
    description:
      'Waits until an Argo CD Application is Synced and Healthy; ends with the cause when it fails',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('The Application'),
        owner: z => z.string().describe('The owning group'),
        hub: z => z.string().optional().describe('Default: the only one'),
        kinds: z =>
          z
            .array(z.string())
            .optional()
            .describe(
              'Kinds that must be among its resources, so that an Application without anything to run does not count',
            ),
        timeoutSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(`Default: ${DEFAULT_TIMEOUT_S}`),
      },
      output: {
        revision: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const owner = groupNameOf(input.owner);
      await options.authorizer.authorize({
        credentials: await ctx.getInitiatorCredentials(),
        permission: serviceCreatePermission,
        owner,
      });
      const hub = options.hubs.get(input.hub, signal);
      if (ctx.isDryRun) {
        logger.info(
          `Would wait until the Application ${input.name} of the hub ${hub.name} is Synced and Healthy`,
        );
        return;
      }
      const result = await waitForApplication({
        hub,
        owner,
        name: input.name,
        kinds: input.kinds ?? [],
        timeoutMs: (input.timeoutSeconds ?? DEFAULT_TIMEOUT_S) * 1000,
        log: line => logger.info(line),
        signal,
        clock: options.clock,
      });
      if (result.outcome !== 'ready') {
        throw new Error(result.message);
      }
      ctx.output('revision', result.application.status?.sync?.revision);
    },
  });
}

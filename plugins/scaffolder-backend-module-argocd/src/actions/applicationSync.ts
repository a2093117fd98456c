import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { serviceUpdatePermission } from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { syncApplication } from '../applications';
import { examples } from './applicationSync.examples';
import { ArgocdActionOptions } from './ArgocdActionOptions';

const DEFAULT_TIMEOUT_S = 600;

/** `argocd:application:sync`: syncs an Application once and waits for the end. */
export function createApplicationSyncAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:application:sync',
    description:
      'Syncs an Argo CD Application once and waits until the operation has ended',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('The Application'),
        owner: z => z.string().describe('The owning group'),
        revision: z =>
          z.string().optional().describe('Default: that of the Application'),
        prune: z =>
          z
            .boolean()
            .optional()
            .describe('Delete what is not in git any more. Default: true'),
        hub: z => z.string().optional().describe('Default: the only one'),
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
        permission: serviceUpdatePermission,
        owner,
      });
      const hub = options.hubs.get(input.hub, signal);
      if (ctx.isDryRun) {
        logger.info(
          `Would sync the Application ${input.name} of the hub ${hub.name}`,
        );
        return;
      }
      // No checkpoint: a sync that failed has to be asked for anew by a retry, and
      // one that succeeded changes nothing the second time.
      const result = await syncApplication({
        hub,
        owner,
        name: input.name,
        username: ctx.user?.ref ?? 'slipway',
        revision: input.revision,
        prune: input.prune ?? true,
        timeoutMs: (input.timeoutSeconds ?? DEFAULT_TIMEOUT_S) * 1000,
        log: line => logger.info(line),
        signal,
        clock: options.clock,
      });
      if (result.outcome !== 'succeeded') {
        throw new Error(result.message);
      }
      logger.info(`Synced to ${result.revision ?? 'an unknown revision'}`);
      ctx.output('revision', result.revision);
    },
  });
}

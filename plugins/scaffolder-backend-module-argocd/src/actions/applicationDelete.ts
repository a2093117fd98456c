import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { serviceDeletePermission } from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { deleteApplication } from '../applications';
import { examples } from './applicationDelete.examples';
import { ArgocdActionOptions } from './ArgocdActionOptions';

const DEFAULT_TIMEOUT_S = 300;

/** `argocd:application:delete`: deletes an Application and what it deployed. */
export function createApplicationDeleteAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:application:delete',
    description:
      'Deletes an Argo CD Application and what it deployed, after its name was typed again; a dry run shows what would go',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('The Application'),
        confirm: z => z.string().describe('The name once more'),
        owner: z => z.string().describe('The owning group'),
        hub: z => z.string().optional().describe('Default: the only one'),
        timeoutSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(`Default: ${DEFAULT_TIMEOUT_S}`),
      },
      output: {
        outcome: z => z.enum(['absent', 'planned', 'deleted']),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const owner = groupNameOf(input.owner);
      await options.authorizer.authorize({
        credentials: await ctx.getInitiatorCredentials(),
        permission: serviceDeletePermission,
        owner,
      });
      if (input.confirm !== input.name) {
        throw new InputError(
          `To delete ${input.name} its name has to be typed again; "${input.confirm}" is not it`,
        );
      }
      // No checkpoint: what is gone is found gone by a retry.
      const result = await deleteApplication({
        hub: options.hubs.get(input.hub, signal),
        name: input.name,
        owner,
        dryRun: Boolean(ctx.isDryRun),
        timeoutMs: (input.timeoutSeconds ?? DEFAULT_TIMEOUT_S) * 1000,
        log: line => logger.info(line),
        signal,
        clock: options.clock,
      });
      if (result.outcome === 'timed-out') {
        throw new Error(result.message);
      }
      ctx.output('outcome', result.outcome);
    },
  });
}

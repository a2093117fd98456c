import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { projectOf } from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { applyToHub } from './applyToHub';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { examples } from './projectApply.examples';

/**
 * `argocd:project:apply`: writes an AppProject straight to a hub, where no
 * platform repository is used.
 */
export function createProjectApplyAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:project:apply',
    description:
      'Writes the AppProject of a group straight to a hub, by server-side apply; for hubs without a platform repository',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        owner: z =>
          z.string().describe('The owning group; the project is named like it'),
        sourceRepos: z => z.array(z.string().url()),
        destinations: z =>
          z.array(
            z.object({
              cluster: z.string().describe('By name; * for every one'),
              namespace: z.string(),
            }),
          ),
        hub: z => z.string().optional().describe('Default: the only one'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'created', 'updated']),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      // A project decides where its team may deploy to.
      await options.authorizer.authorizePlatform(
        await ctx.getInitiatorCredentials(),
      );
      const object = projectOf({
        owner: groupNameOf(input.owner),
        sourceRepos: input.sourceRepos,
        destinations: input.destinations.map(({ cluster, namespace }) => ({
          name: cluster,
          namespace,
        })),
      });
      const outcome = await applyToHub(options, {
        ctx,
        hub: input.hub,
        object,
      });
      ctx.output('outcome', outcome);
    },
  });
}

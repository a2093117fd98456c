import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATION_REPOSITORY,
  applicationOf,
  LABEL_OWNER,
  serviceCreatePermission,
} from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf } from '@slipway/backstage-plugin-fleet-node';
import { examples } from './applicationApply.examples';
import { applyToHub } from './applyToHub';
import { ArgocdActionOptions } from './ArgocdActionOptions';

/**
 * `argocd:application:apply`: writes an Application straight to a hub, where
 * no platform repository is used.
 */
export function createApplicationApplyAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:application:apply',
    description:
      'Writes an Application straight to a hub, by server-side apply, into the AppProject of its owner; for hubs without a platform repository',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('The Application'),
        owner: z => z.string().describe('The owning group'),
        repositoryUrl: z => z.string().url(),
        path: z => z.string().describe('Folder with the manifests'),
        revision: z => z.string().optional().describe('Default: main'),
        cluster: z => z.string().describe('Destination, by name'),
        namespace: z => z.string(),
        hub: z => z.string().optional().describe('Default: the only one'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'created', 'updated']),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const owner = groupNameOf(input.owner);
      await options.authorizer.authorize({
        credentials: await ctx.getInitiatorCredentials(),
        permission: serviceCreatePermission,
        owner,
      });
      const { pathname } = new URL(input.repositoryUrl);
      const object = applicationOf({
        name: input.name,
        // Argo CD refuses what the project of the owner does not permit.
        project: owner,
        labels: { [LABEL_OWNER]: owner },
        annotations: {
          [ANNOTATION_REPOSITORY]: pathname.slice(1).replace(/\.git$/, ''),
        },
        source: {
          repoURL: input.repositoryUrl,
          targetRevision: input.revision ?? 'main',
          path: input.path,
        },
        destination: { name: input.cluster, namespace: input.namespace },
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

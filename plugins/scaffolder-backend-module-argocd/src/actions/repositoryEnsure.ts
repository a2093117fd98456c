import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { serviceCreatePermission } from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf, retry } from '@slipway/backstage-plugin-fleet-node';
import { isTransientHubError } from '../hubs';
import { ensureRepository, sameRepository } from '../repositories';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { examples } from './repositoryEnsure.examples';

/**
 * `argocd:repository:ensure`: makes a repository known to Argo CD, with
 * credentials from the backend's configuration.
 */
export function createRepositoryEnsureAction(options: ArgocdActionOptions) {
  return createTemplateAction({
    id: 'argocd:repository:ensure',
    description:
      'Makes a git repository known to Argo CD, with credentials from the backend’s configuration, so that private repositories sync',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repositoryUrl: z => z.string().url(),
        owner: z =>
          z
            .string()
            .describe(
              'The owning group. Only its AppProject may use the credentials, unless it is the platform repository',
            ),
        hub: z => z.string().optional().describe('Default: the only one'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'created', 'updated']),
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
      const address = input.repositoryUrl.replace(/(\.git)?\/?$/, '');
      const login = await options.credentials.for(address);
      const isPlatform = sameRepository(address, options.platformUrl ?? '');
      const hub = options.hubs.get(input.hub, signal);
      const log = (line: string) => logger.info(line);
      const outcome = await ctx.checkpoint({
        key: `argocd.repository.${hub.name}.${address}`,
        fn: () =>
          retry(
            () =>
              ensureRepository({
                hub,
                url: `${address}.git`,
                login,
                project: isPlatform ? undefined : owner,
                dryRun: Boolean(ctx.isDryRun),
                log,
              }),
            {
              what: `register ${address} at the hub ${hub.name}`,
              isTransient: isTransientHubError,
              log,
              signal,
              clock: options.clock,
            },
          ),
      });
      ctx.output('outcome', outcome);
    },
  });
}

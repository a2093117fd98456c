import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { applyByPullRequest, applyFiles, ManifestFile } from '../apply';
import {
  checkServiceRecord,
  renderService,
  ServiceIdentity,
  serviceRecordPath,
} from '../manifests';
import { GithubRepository, parseRepositoryAddress } from '../repository';
import { authorizeManifests } from './authorizeManifests';
import { checkDeployFolder } from './checkDeployFolder';
import { GitopsActionOptions } from './GitopsActionOptions';
import { examples } from './manifestApply.examples';
import { placeEnvironments } from './placeEnvironments';
import { readManifestFolder } from './readManifestFolder';
import { serviceIdentity } from './serviceIdentity';

/**
 * `gitops:manifest:apply`: brings files of the platform repository into the
 * desired state, by a commit or a pull request.
 */
export function createManifestApplyAction(options: GitopsActionOptions) {
  const { clients, platform } = options;
  return createTemplateAction({
    id: 'gitops:manifest:apply',
    description:
      'Writes desired state into the platform repository or another one, by commit or pull request. Changes nothing when everything is as it should',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z =>
          z
            .object({
              name: z.string(),
              owner: z.string().describe('The owning group'),
              repository: z.string().describe('owner/name of the code'),
            })
            .optional()
            .describe(
              'Write all that a service needs: AppProject, an Application per environment, and its folders with quota and network policy',
            ),
        environments: z =>
          z
            .array(
              z.object({
                name: z.string(),
                cluster: z.string().optional(),
                zone: z.string().optional(),
                // What environment:resolve says besides, so that its output
                // can be handed on as it is.
                hub: z.string().optional(),
                application: z.string().optional(),
                namespace: z.string().optional(),
                host: z.string().optional(),
                url: z.string().optional(),
                secureUrl: z.string().optional(),
              }),
            )
            .optional()
            .describe(
              'The cluster that each environment has at the moment, from argocd:environment:resolve; left out: no cluster yet',
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Or: write all files of this folder of the workspace'),
        targetPath: z =>
          z.string().optional().describe('Where in the repository they go'),
        repository: z =>
          z
            .string()
            .optional()
            .describe('Address of another repository than the platform’s'),
        branch: z => z.string().optional(),
        mode: z =>
          z
            .enum(['commit', 'pull-request'])
            .optional()
            .describe('Default: commit'),
        message: z => z.string().optional().describe('Of the commit'),
      },
      output: {
        outcome: z => z.enum(['unchanged', 'planned', 'committed', 'proposed']),
        commit: z => z.string().optional(),
        pullRequestUrl: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const service = input.service && serviceIdentity(input.service);
      if (Boolean(service) === Boolean(input.sourcePath)) {
        throw new InputError('Give either service or sourcePath');
      }
      if (service && input.repository) {
        throw new InputError('A service goes into the platform repository');
      }
      await authorizeManifests(options.authorizer, {
        credentials: await ctx.getInitiatorCredentials(),
        service,
      });

      const address = input.repository
        ? parseRepositoryAddress(input.repository, input.branch)
        : { ...platform, branch: input.branch ?? platform.branch };
      const client = await clients.for(address, signal);
      const repository = GithubRepository.create(client, address);
      let files: ManifestFile[];
      if (service) {
        // In a dry run nothing has been published yet.
        if (!ctx.isDryRun) {
          await checkDeployFolder({ clients, platform, service, signal });
        }
        files = renderService({
          service,
          platform,
          environments: placeEnvironments(
            options.environments,
            input.environments,
          ),
        });
      } else {
        files = await readManifestFolder({
          workspacePath: ctx.workspacePath,
          sourcePath: input.sourcePath as string,
          targetPath: input.targetPath,
        });
      }

      const apply =
        input.mode === 'pull-request' ? applyByPullRequest : applyFiles;
      const result = await ctx.checkpoint({
        // A step with `each` runs many times under one id.
        key: `gitops.apply.${repository.slug}.${address.branch}.${
          service?.name ?? `${input.sourcePath}:${input.targetPath}`
        }`,
        fn: async () => {
          const applied = await apply({
            repository,
            branch: address.branch,
            files,
            message: input.message ?? defaultMessage(service),
            dryRun: Boolean(ctx.isDryRun),
            log: line => logger.info(line),
            check: current => {
              if (service) {
                const path = serviceRecordPath(service.name);
                checkServiceRecord(service, current.get(path));
              }
            },
            signal,
          });
          return {
            outcome: applied.outcome,
            ...('commit' in applied && { commit: applied.commit }),
            ...('url' in applied && { url: applied.url }),
          };
        },
      });
      ctx.output('outcome', result.outcome);
      ctx.output('commit', result.commit);
      ctx.output('pullRequestUrl', result.url);
    },
  });
}

function defaultMessage(service: ServiceIdentity | undefined): string {
  return service
    ? `Register the service ${service.name} of ${service.owner}`
    : 'Apply manifests';
}

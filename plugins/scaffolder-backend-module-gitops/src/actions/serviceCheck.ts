import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { GithubRepository, parseRepositoryPick } from '../repository';
import { authorizeManifests } from './authorizeManifests';
import { checkCatalog } from './checkCatalog';
import { claimService } from './claimService';
import { GitopsActionOptions } from './GitopsActionOptions';
import { placeEnvironments } from './placeEnvironments';
import { examples } from './serviceCheck.examples';
import { serviceIdentity } from './serviceIdentity';

/**
 * `gitops:service:check`: everything that can be checked before the first
 * change, and what of the service is there already.
 */
export function createServiceCheckAction(options: GitopsActionOptions) {
  const { catalog, clients, platform } = options;
  return createTemplateAction({
    id: 'gitops:service:check',
    description:
      'Checks that a service may and can be created: permission, name, owner, and that the name is free in GitHub, the catalog and the platform repository. Changes nothing',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string(),
        owner: z => z.string().describe('The owning group'),
        repoUrl: z =>
          z.string().describe('From the repository picker: host?owner=&repo='),
      },
      output: {
        owner: z => z.string().describe('Name of the owning group'),
        repository: z => z.string().describe('owner/name of the code'),
        repositoryName: z => z.string(),
        repositoryUrl: z => z.string(),
        ownerTeam: z =>
          z.string().describe('organisation/team of the owner on GitHub'),
        imageRegistry: z => z.string(),
        catalogInfoUrl: z => z.string(),
        repositoryState: z =>
          z
            .enum(['absent', 'empty', 'complete'])
            .describe(
              'empty: created by an earlier try that never got to push; complete: this service, already there',
            ),
        registered: z => z.boolean().describe('Whether the catalog knows it'),
        platformRepository: z => z.string().describe('owner/name'),
        platformUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const address = parseRepositoryPick(input.repoUrl, platform);
      if (address.host !== platform.host) {
        throw new InputError(
          `The repository must be on ${platform.host}, where the platform repository is; ${address.host} is not`,
        );
      }
      const service = serviceIdentity({
        name: input.name,
        owner: input.owner,
        repository: `${address.owner}/${address.name}`,
      });
      const credentials = await ctx.getInitiatorCredentials();
      await authorizeManifests(options.authorizer, { credentials, service });
      placeEnvironments(options.environments);

      const { registered } = await checkCatalog(catalog, {
        service,
        credentials,
      });
      const repositoryState = await claimService({
        service,
        repository: GithubRepository.create(
          await clients.for(address, signal),
          address,
        ),
        desired: GithubRepository.create(
          await clients.for(platform, signal),
          platform,
        ),
        claims: options.claims,
        task: ctx.task.id,
        log: line => logger.info(line),
        signal,
        clock: options.clock,
      });

      logger.info(
        repositoryState === 'absent' && !registered
          ? `The name ${service.name} is free`
          : `${service.name} of ${
              service.owner
            } is there already (repository: ${repositoryState}, catalog: ${
              registered ? 'registered' : 'not registered'
            }); only what is missing will be made`,
      );
      ctx.output('owner', service.owner);
      ctx.output('repository', service.repository);
      ctx.output('repositoryName', address.name);
      ctx.output('ownerTeam', `${address.owner}/${service.owner}`);
      ctx.output('imageRegistry', options.imageRegistry);
      ctx.output('repositoryUrl', address.url);
      ctx.output(
        'catalogInfoUrl',
        `${address.url}/blob/${address.branch}/catalog-info.yaml`,
      );
      ctx.output('repositoryState', repositoryState);
      ctx.output('registered', registered);
      ctx.output('platformRepository', `${platform.owner}/${platform.name}`);
      ctx.output('platformUrl', platform.url);
    },
  });
}

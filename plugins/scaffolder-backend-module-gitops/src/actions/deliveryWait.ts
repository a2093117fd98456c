import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { waitForDelivery, WorkflowRuns } from '../delivery';
import { GithubRepository, parseRepositoryAddress } from '../repository';
import { authorizeManifests } from './authorizeManifests';
import { checkRegistration } from './checkRegistration';
import { examples } from './deliveryWait.examples';
import { GitopsActionOptions } from './GitopsActionOptions';
import { serviceIdentity } from './serviceIdentity';

const DEFAULT_TIMEOUT_S = 600;

/**
 * `gitops:delivery:wait`: waits until the first version of a service has been
 * built and written into an environment of the platform repository.
 */
export function createDeliveryWaitAction(options: GitopsActionOptions) {
  const { clients, platform } = options;
  return createTemplateAction({
    id: 'gitops:delivery:wait',
    description:
      'Waits until a version of a service has been built and written into an environment of the platform repository; ends at once when its build or deployment fails',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('The service'),
        owner: z => z.string().describe('The owning group'),
        repositoryUrl: z => z.string().describe('Where the code is'),
        environment: z => z.string(),
        timeoutSeconds: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(`Default: ${DEFAULT_TIMEOUT_S}`),
      },
      output: {
        commit: z => z.string().optional(),
        image: z => z.string().optional(),
        runUrl: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const code = parseRepositoryAddress(input.repositoryUrl);
      const service = serviceIdentity({
        ...input,
        repository: `${code.owner}/${code.name}`,
      });
      await authorizeManifests(options.authorizer, {
        credentials: await ctx.getInitiatorCredentials(),
        service,
      });
      if (ctx.isDryRun) {
        logger.info(
          `Would wait until ${service.name} has a version in ${input.environment}`,
        );
        return;
      }
      const desiredClient = await clients.for(platform, signal);
      const desired = GithubRepository.create(desiredClient, platform);
      // What builds say goes into the log of whoever asks.
      await checkRegistration(desired, service);
      const result = await waitForDelivery({
        service: service.name,
        environment: input.environment,
        branch: code.branch,
        builds: WorkflowRuns.create(await clients.for(code, signal), code),
        deployments: WorkflowRuns.create(desiredClient, platform),
        desired,
        timeoutMs: (input.timeoutSeconds ?? DEFAULT_TIMEOUT_S) * 1000,
        log: line => logger.info(line),
        signal,
        clock: options.clock,
      });
      if (result.outcome !== 'delivered') {
        throw new Error(result.message);
      }
      const { version, run } = result;
      logger.info(
        `Commit ${version.commit.slice(0, 7)} is delivered to ${
          input.environment
        }`,
      );
      ctx.output('commit', version.commit);
      ctx.output('image', `${version.image}@${version.digest}`);
      ctx.output('runUrl', run?.url);
    },
  });
}

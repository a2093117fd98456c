import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  Environment,
  isServiceName,
  namespaceFor,
  serviceCreatePermission,
} from '@slipway/backstage-plugin-fleet-common';
import { groupNameOf, retry } from '@slipway/backstage-plugin-fleet-node';
import {
  addressesOf,
  checkNameIsFree,
  checkProjectIsOwn,
  findCluster,
  listClusters,
  trustHint,
} from '../environments';
import { Hub, isTransientHubError } from '../hubs';
import { ArgocdActionOptions } from './ArgocdActionOptions';
import { examples } from './environmentResolve.examples';

/** Seconds rather than minutes: nothing has been made yet, and somebody waits. */
const HUB_DEADLINE_MS = 30_000;

/**
 * `argocd:environment:resolve`: which cluster each environment has at the
 * moment, under which addresses a service will answer there, and that its name
 * is free in Argo CD.
 */
export function createEnvironmentResolveAction(options: ArgocdActionOptions) {
  const { environments, hubs, ingress } = options;
  return createTemplateAction({
    id: 'argocd:environment:resolve',
    description:
      'Finds the cluster of each environment, the namespace and addresses that a service will have there, and checks that its name is free in Argo CD. Changes nothing',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('The service'),
        owner: z => z.string().describe('The owning group'),
        repository: z => z.string().describe('owner/name of the code'),
      },
      output: {
        environments: z =>
          z.array(
            z.object({
              name: z.string(),
              hub: z.string(),
              application: z.string(),
              namespace: z.string(),
              cluster: z.string().optional(),
              zone: z.string().optional(),
              host: z.string().optional(),
              url: z.string().optional(),
              secureUrl: z.string().optional(),
            }),
          ),
        first: z =>
          z
            .object({
              name: z.string(),
              hub: z.string(),
              application: z.string(),
              host: z.string(),
              url: z.string(),
              secureUrl: z.string(),
              trustHint: z
                .string()
                .describe('How to trust the certificate of secureUrl'),
            })
            .describe('The environment that takes every push'),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      if (!isServiceName(input.name)) {
        throw new InputError(`"${input.name}" cannot be the name of a service`);
      }
      const owner = groupNameOf(input.owner);
      await options.authorizer.authorize({
        credentials: await ctx.getInitiatorCredentials(),
        permission: serviceCreatePermission,
        owner,
      });
      const ask = async (environment: Environment) => {
        const hub = hubs.get(environment.hub, signal);
        return retry(
          () => place(hub, environment, { ...input, owner, ingress }),
          {
            what: `ask the hub ${hub.name}`,
            isTransient: isTransientHubError,
            log: line => logger.info(line),
            deadlineMs: HUB_DEADLINE_MS,
            signal,
            clock: options.clock,
          },
        );
      };
      const places = await Promise.all(environments.map(ask));
      for (const { name, cluster, host } of places) {
        logger.info(
          cluster
            ? `${name}: cluster ${cluster}${host ? `, host ${host}` : ''}`
            : `${name}: no cluster yet; it will come to life when one that matches is registered`,
        );
      }
      const [first] = places;
      if (!first?.host || !first.url || !first.secureUrl) {
        throw new InputError(
          first?.cluster
            ? `The cluster ${first.cluster} has no DNS zone, so a service in ${first.name} would have no address`
            : `${
                first
                  ? `The environment ${first.name} has no cluster yet`
                  : 'No environment is configured'
              }, so there is nowhere to deploy to`,
        );
      }
      ctx.output('environments', places);
      ctx.output('first', {
        name: first.name,
        hub: first.hub,
        application: first.application,
        host: first.host,
        url: first.url,
        secureUrl: first.secureUrl,
        trustHint: trustHint(first.secureUrl, ingress),
      });
    },
  });
}

async function place(
  hub: Hub,
  environment: Environment,
  options: Pick<ArgocdActionOptions, 'ingress'> & {
    name: string;
    owner: string;
    repository: string;
  },
) {
  const application = `${options.name}-${environment.name}`;
  const [clusters] = await Promise.all([
    listClusters(hub),
    checkNameIsFree({ ...options, hub, name: application }),
    checkProjectIsOwn(hub, options.owner),
  ]);
  const cluster = findCluster(environment, clusters);
  const host = cluster?.zone && `${application}.${cluster.zone}`;
  return {
    name: environment.name,
    hub: hub.name,
    application,
    namespace: namespaceFor(environment, options.name),
    ...(cluster && { cluster: cluster.name }),
    ...(cluster?.zone && { zone: cluster.zone }),
    ...(host && { host, ...addressesOf(host, options.ingress) }),
  };
}

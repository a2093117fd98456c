import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { retry } from '@slipway/backstage-plugin-fleet-node';
import { DesiredObject, isTransientHubError } from '../hubs';
import { applyObject, ApplyObjectOutcome } from '../objects';
import { ArgocdActionOptions } from './ArgocdActionOptions';

/** The common part of the actions that write an object straight to a hub. */
export async function applyToHub(
  options: ArgocdActionOptions,
  request: {
    ctx: Pick<
      ActionContext<JsonObject>,
      'checkpoint' | 'isDryRun' | 'logger' | 'signal'
    >;
    hub: string | undefined;
    object: DesiredObject;
  },
): Promise<ApplyObjectOutcome> {
  const { ctx, object } = request;
  const hub = options.hubs.get(request.hub, ctx.signal);
  const log = (line: string) => ctx.logger.info(line);
  const { kind, metadata } = object;
  return ctx.checkpoint({
    key: `argocd.apply.${hub.name}.${kind}.${metadata.name}`,
    fn: () =>
      retry(
        () => applyObject({ hub, object, log, dryRun: Boolean(ctx.isDryRun) }),
        {
          what: `apply ${kind} ${metadata.name} to the hub ${hub.name}`,
          isTransient: isTransientHubError,
          log,
          signal: ctx.signal,
          clock: options.clock,
        },
      ),
  });
}

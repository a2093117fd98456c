import { Clock, retry } from '@slipway/backstage-plugin-fleet-node';
import { Hub, isTransientHubError } from '../hubs';
import { Application, applicationReference } from './Application';

/** An Application that the hub is asked for again while it is away. */
export interface FindApplicationOptions {
  hub: Hub;
  name: string;
  log(line: string): void;
  signal?: AbortSignal;
  clock?: Clock;
}

/** The Application, or `undefined` when the hub says that it has none. */
export function findApplication(
  options: FindApplicationOptions,
): Promise<Application | undefined> {
  const { clock, hub, log, name, signal } = options;
  return retry(() => hub.find<Application>(applicationReference(name)), {
    what: `ask the hub ${hub.name} for the Application ${name}`,
    isTransient: isTransientHubError,
    log,
    signal,
    clock,
  });
}

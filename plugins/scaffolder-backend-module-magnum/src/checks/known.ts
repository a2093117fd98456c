import { Lookup } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';

/** What a cloud answers; where it does not, a line in the log and nothing. */
export async function known<T>(
  { log }: Pick<Errand, 'log'>,
  what: string,
  lookup: Promise<Lookup<T>>,
): Promise<T | undefined> {
  const found = await lookup;
  if (found.outcome === 'known') {
    return found.value;
  }
  log(`Not checked: ${what} (${found.reason})`);
  return undefined;
}

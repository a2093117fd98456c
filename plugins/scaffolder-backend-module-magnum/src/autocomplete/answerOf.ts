import { ServiceUnavailableError } from '@backstage/errors';
import { Lookup } from '@slipway/backstage-plugin-openstack-node';

/** @throws ServiceUnavailableError that says why the cloud does not tell */
export async function answerOf<T>(lookup: Promise<Lookup<T>>): Promise<T> {
  const found = await lookup;
  if (found.outcome === 'unavailable') {
    throw new ServiceUnavailableError(found.reason);
  }
  return found.value;
}

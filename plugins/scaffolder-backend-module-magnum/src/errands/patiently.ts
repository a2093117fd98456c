import { retry } from '@slipway/backstage-plugin-fleet-node';
import { isTransientOpenStackError } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from './Errand';

/**
 * For what may be asked twice: reads, and changes that say how something shall
 * be rather than what shall be added.
 */
export function patiently<T>(
  errand: Pick<Errand, 'cloud' | 'log' | 'signal' | 'clock'>,
  attempt: () => Promise<T>,
): Promise<T> {
  return retry(attempt, {
    what: `ask the cloud ${errand.cloud.name}`,
    isTransient: isTransientOpenStackError,
    log: errand.log,
    signal: errand.signal,
    clock: errand.clock,
  });
}

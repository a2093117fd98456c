import { OpenStackError } from '../errors';
import { Lookup } from './Lookup';

/** A cloud that does not answer is an answer too. */
export async function attemptLookup<T>(
  look: () => Promise<T | undefined>,
): Promise<Lookup<T>> {
  try {
    const value = await look();
    return value === undefined
      ? { outcome: 'unavailable', reason: 'the cloud does not say' }
      : { outcome: 'known', value };
  } catch (error) {
    if (error instanceof OpenStackError) {
      return { outcome: 'unavailable', reason: error.message };
    }
    throw error;
  }
}

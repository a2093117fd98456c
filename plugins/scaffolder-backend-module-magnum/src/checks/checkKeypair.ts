import { Errand } from '../errands';
import { known } from './known';

/** Whether a keypair that is named exists. */
export async function checkKeypair(
  errand: Errand,
  wanted: string | undefined,
): Promise<string[]> {
  const { cloud, signal } = errand;
  if (!wanted) {
    return [];
  }
  const keypairs = await known(
    errand,
    `the keypair ${wanted}`,
    cloud.lookups.keypairs({ signal }),
  );
  if (!keypairs || keypairs.some(({ name }) => name === wanted)) {
    return [];
  }
  const names = keypairs.map(({ name }) => name).join(', ') || 'none';
  return [`There is no keypair ${wanted}; there are: ${names}`];
}

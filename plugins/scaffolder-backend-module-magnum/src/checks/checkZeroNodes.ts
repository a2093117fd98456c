import { Errand } from '../errands';
import { supports } from './supports';

/** Older Magnums know no groups without nodes. */
export async function checkZeroNodes(
  errand: Errand,
  count: number,
): Promise<string[]> {
  return count !== 0 || (await supports(errand, '1.10'))
    ? []
    : [
        `The Magnum of ${errand.cloud.name} cannot do without nodes (it takes microversion 1.10); ask for at least 1`,
      ];
}

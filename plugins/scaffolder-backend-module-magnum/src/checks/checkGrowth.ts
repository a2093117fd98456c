import { Errand } from '../errands';
import { checkFlavor } from './checkFlavor';
import { checkHeadRoom } from './checkHeadRoom';
import { known } from './known';
import { needOf } from './needOf';

export interface Growth {
  /** More nodes than now; nothing is checked when there are fewer. */
  count: number;
  flavor: string | null | undefined;
  volumeGb: number | null | undefined;
}

/** Whether a cluster can get more nodes. */
export async function checkGrowth(
  errand: Errand,
  { count, flavor: wanted, volumeGb }: Growth,
): Promise<string[]> {
  if (!(count > 0)) {
    return [];
  }
  const { cloud, signal } = errand;
  const flavors = await known(
    errand,
    'the flavors',
    cloud.lookups.flavors({ signal }),
  );
  const { flavor, problem } = checkFlavor({ flavors, wanted, role: 'nodes' });
  const need = needOf([{ count, flavor, volumesGb: [volumeGb ?? 0] }], 0);
  const shortages = await checkHeadRoom(errand, need);
  return problem ? [problem, ...shortages] : shortages;
}

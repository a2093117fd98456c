import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { readDetail } from './readDetail';

/** What people call an item: its own name may be an id. */
export function nameOfItem(item: Pick<ServedItem, 'ref' | 'details'>): string {
  const name = readDetail(item, 'name');
  return typeof name === 'string' && name !== '' ? name : item.ref.name;
}

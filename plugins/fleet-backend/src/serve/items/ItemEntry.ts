import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import type { ItemGroup } from './ItemGroup';

/** An item of the index. Replaced, never changed. */
export interface ItemEntry {
  /** Without its incident, which is looked up when it is served. */
  readonly item: ServedItem;
  readonly group: ItemGroup;
  /** What texts are looked for in; made when first asked for. */
  haystack?: string;
}

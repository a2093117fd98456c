import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { ReactNode } from 'react';

/**
 * One column of a domain's table.
 *
 * @public
 */
export interface FleetColumn<Details = unknown> {
  /** Names the column in the table. */
  id: string;
  /** Its head. */
  label: string;
  /** What a row shows in it. */
  cell: (item: ServedItem<Details>) => ReactNode;
  /** Field to sort by, for columns that can be sorted. */
  sort?: string;
  /** The one that names the row. */
  isRowHeader?: boolean;
  /**
   * Of the table's width, beside the other columns.
   *
   * @defaultValue 1
   */
  share?: number;
  /** Left out where there is little room. */
  isWideOnly?: boolean;
}

import { SourceInfo } from '../sources';
import { ServedItem } from './ServedItem';
import { StatusCounts } from './StatusCounts';

/**
 * One page of items, and what is known of all that match.
 *
 * @public
 */
export interface ServedItems<Details = unknown> {
  /** Of this page. */
  items: ServedItem<Details>[];
  /** How many match, on all pages. */
  total: number;
  /** Of what matches apart from the status that was asked for. */
  counts: StatusCounts;
  /** For the next page, absent on the last. */
  nextCursor?: string;
  /** Of what is known; a stream goes on from there when it is given as last event id. */
  revision: string;
  /** The clusters concerned, with their age. */
  sources: SourceInfo[];
}

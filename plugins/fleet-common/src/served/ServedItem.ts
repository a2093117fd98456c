import { FleetItem } from '../items';

/**
 * An item as the fleet serves it.
 *
 * @public
 */
export interface ServedItem<Details = unknown>
  extends Omit<FleetItem<Details>, 'memory' | 'revisitAt'> {
  /** As `formatItemRef` writes it. */
  id: string;
  /** ISO time of its last change. */
  changedAt: string;
  /** Id of the open incident that it is a member of. */
  incident?: string;
}

import { Change, ObjectRef } from '../items';
import { Status } from '../status';

/**
 * All findings with the same root, across domains: one outage.
 *
 * @public
 */
export interface Incident {
  id: string;
  /** As `formatRoot` writes it. */
  root: string;
  /** The worst of its members. */
  status: Status;
  /** Of the worst member, and of it the first by id. */
  cause: string;
  title: string;
  advice: string;
  says: string;
  evidence: ObjectRef;
  /** ISO time at which its first member was found. */
  openedAt: string;
  /** ISO time at which its last member healed. */
  closedAt?: string;
  /** The change before it, where rows show one. */
  change?: Change;
  /** Ids of the items hit. */
  members: string[];
}

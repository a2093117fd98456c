import { Change, ObjectRef } from '../items';
import { Status } from '../status';

/**
 * All findings with the same root, across domains: one outage.
 *
 * @public
 */
export interface Incident {
  /** Kept over restarts. */
  id: string;
  /** As `formatRoot` writes it. */
  root: string;
  /** The worst of its members. */
  status: Status;
  /** Of the worst member, and of it the first by id. */
  cause: string;
  /** Of the cause, from the catalogue of its domain. */
  title: string;
  /** What to do, from the catalogue of its domain. */
  advice: string;
  /** The words of the evidence. */
  says: string;
  /** What proves the finding of the worst member. */
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

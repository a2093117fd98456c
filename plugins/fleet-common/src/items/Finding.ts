import { Status } from '../status';
import { ObjectRef } from './ObjectRef';

/**
 * The diagnosis of an item.
 *
 * @public
 */
export interface Finding {
  /** Stable code of the cause, for example `certificate.acme.rate-limited`. */
  cause: string;
  /** How bad it is; that of its item. */
  status: Status;
  /** What the cause is called, from the catalogue of the domain. */
  title: string;
  /** What to do, from the catalogue of the domain. */
  advice: string;
  /** The words of the evidence itself. */
  says: string;
  /** The object that proves it, and where it was read. */
  evidence: ObjectRef;
  /** What heals it when repaired, as `formatRoot` writes it. Incidents group by it. */
  root: string;
  /** What the item's own figures add, for example attempts left. */
  detail?: string;
  /** ISO time since when, as far as the objects tell. */
  since?: string;
  /** ISO time at which something at risk stops working. */
  until?: string;
}

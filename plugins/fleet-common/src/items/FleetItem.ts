import { Status } from '../status';
import { Finding } from './Finding';
import { ItemRef } from './ItemRef';
import { ObjectRef } from './ObjectRef';

/**
 * What a domain shows one line for. Derived from rows, never edited.
 *
 * @public
 */
export interface FleetItem<Details = unknown> {
  /** Its name in the fleet. */
  ref: ItemRef;
  /** That of its finding, else healthy. */
  status: Status;
  /** Absent when healthy. */
  finding?: Finding;
  /** Lesser causes and notes; never the cause, never an incident. */
  beside?: Finding[];
  /** The object that the item stands for. */
  object: ObjectRef;
  /** What people lose with it, in the unit of the domain: DNS names, jobs … */
  impact: string[];
  /** What the domain shows besides. JSON; flat fields can be sorted by. */
  details: Details;
  /** Entity reference of the owning group, from the platform's side only. */
  owner?: string;
  /** Name of the service, from the platform's side only. */
  service?: string;
  /** Name of the environment, from the platform's side only. */
  environment?: string;
  /** Labels that bind items to entities for display, where both owners agree. */
  bindings?: Record<string, string>;
  /** ISO time at which it must be derived again although nothing changed. */
  revisitAt?: string;
  /** What the next derivation must remember; stored, never served. */
  memory?: Record<string, unknown>;
}

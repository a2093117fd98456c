import { Incident } from '../incidents';
import { Status } from '../status';

/** A member of an incident that the reader may see. @public */
export interface IncidentMember {
  /** Of the item. */
  id: string;
  /** Of the item, without cluster and namespace. */
  name: string;
  /** Of the item. */
  status: Status;
  /** What people lose with it. */
  impact: string[];
}

/**
 * An incident as the fleet serves it: names that the reader may see, and a
 * number for the rest.
 *
 * @public
 */
export interface ServedIncident extends Omit<Incident, 'members'> {
  /** All members, seen or not. */
  memberCount: number;
  /** The worst of those that the reader may see. */
  visible: IncidentMember[];
  /** How many members the reader may not see. */
  hidden: number;
  /** What people lose with the visible members; the first of them. */
  impact: string[];
  /** How much people lose with all visible members. */
  impactTotal: number;
  /** Of the visible members. */
  domains: string[];
  /** Of the visible members. */
  clusters: string[];
  /** Entity references of the groups hit. */
  owners: string[];
  /** Names of the services hit. */
  services: string[];
}

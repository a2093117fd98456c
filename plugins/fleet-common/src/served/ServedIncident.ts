import { Incident } from '../incidents';
import { Status } from '../status';

/** A member of an incident that the reader may see. @public */
export interface IncidentMember {
  id: string;
  name: string;
  status: Status;
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
  impactTotal: number;
  domains: string[];
  clusters: string[];
  owners: string[];
  services: string[];
}

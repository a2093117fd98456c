import { Status } from '../status';

/**
 * Which items are asked for. All that is named must match.
 *
 * @public
 */
export interface FleetFilter {
  domain?: string;
  cluster?: string;
  namespace?: string;
  /** Entity reference of the owning group. */
  owner?: string;
  /** Any of these. */
  status?: Status[];
  cause?: string;
  /** As `formatRoot` writes it. */
  root?: string;
  service?: string;
  environment?: string;
  /** `<field>=<value>` of flat fields of the domain's details; all of them. */
  details?: string[];
  /** Words that must all be in its names or its finding. */
  text?: string;
  /** Entity whose items are asked for. */
  entityRef?: string;
}

/**
 * Which incidents are asked for. All that is named must match: status and root
 * the incident, its words or those of a member in sight the text, one member in
 * sight the rest.
 *
 * @public
 */
export interface FleetIncidentFilter extends FleetFilter {
  /** @defaultValue open */
  state?: 'open' | 'closed' | 'all';
}

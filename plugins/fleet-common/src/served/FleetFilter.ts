import { Status } from '../status';

/**
 * Which items are asked for. All that is named must match.
 *
 * @public
 */
export interface FleetFilter {
  /** Id of the domain. */
  domain?: string;
  /** Fleet name of the cluster. */
  cluster?: string;
  /** Empty for items without a namespace. */
  namespace?: string;
  /** Entity reference of the owning group. */
  owner?: string;
  /** Any of these. */
  status?: Status[];
  /** Code of the cause. */
  cause?: string;
  /** As `formatRoot` writes it. */
  root?: string;
  /** Name of the service. */
  service?: string;
  /** Name of the environment. */
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
  /**
   * Whether they are over.
   *
   * @defaultValue open
   */
  state?: 'open' | 'closed' | 'all';
}

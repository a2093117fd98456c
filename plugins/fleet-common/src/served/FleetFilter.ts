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
  /** Words that must all be in its names or its finding. */
  text?: string;
  /** Entity whose items are asked for. */
  entityRef?: string;
}

/**
 * Which incidents are asked for. All that is named must match.
 *
 * @public
 */
export interface FleetIncidentFilter
  extends Pick<
    FleetFilter,
    'domain' | 'status' | 'owner' | 'text' | 'entityRef'
  > {
  /** @defaultValue open */
  state?: 'open' | 'closed' | 'all';
}

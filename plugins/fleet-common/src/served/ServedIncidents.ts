import { ServedIncident } from './ServedIncident';

/** One page of incidents, worst first. @public */
export interface ServedIncidents {
  /** Of this page. */
  incidents: ServedIncident[];
  /** How many match, on all pages. */
  total: number;
  /** For the next page, absent on the last. */
  nextCursor?: string;
  /** A stream goes on from there. */
  revision: string;
}

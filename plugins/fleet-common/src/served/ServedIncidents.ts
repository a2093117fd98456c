import { ServedIncident } from './ServedIncident';

/** One page of incidents, worst first. @public */
export interface ServedIncidents {
  incidents: ServedIncident[];
  total: number;
  nextCursor?: string;
  revision: string;
}

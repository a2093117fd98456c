import {
  FleetIncidentFilter,
  PageOptions,
  ServedIncident,
  ServedIncidents,
} from '@slipway/backstage-plugin-fleet-common';
import { useFleetApi } from '../api';
import { FleetPage } from './FleetPage';
import { useFleetPage } from './useFleetPage';

/** A page of incidents, live. @public */
export interface FleetIncidents extends FleetPage {
  /** Worst first, as they were when they were shown. */
  incidents: ServedIncident[];
}

/**
 * Incidents that match, worst first. They change where they are; new ones are
 * counted and shown when asked for.
 *
 * @public
 */
export function useFleetIncidents(
  filter: FleetIncidentFilter,
  options: PageOptions = {},
): FleetIncidents {
  const api = useFleetApi();
  const { limit, cursor } = options;
  const { rows, page, ...rest } = useFleetPage<ServedIncidents, ServedIncident>(
    {
      key: JSON.stringify([filter, limit, cursor]),
      subscription: { kind: 'incidents', filter },
      cursor,
      load: signal => api.listIncidents({ filter, limit, cursor }, { signal }),
      rowsOf: ({ incidents }) => incidents,
      isAlike: () => true,
    },
  );

  return { incidents: rows, ...rest };
}

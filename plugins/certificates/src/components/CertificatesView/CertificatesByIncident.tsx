import {
  FleetQuery,
  useFleetIncidents,
} from '@slipway/backstage-plugin-fleet-react';
import { IncidentList } from '../IncidentList';

const PAGE_SIZE = 100;

/** What is wrong with the certificates that match. */
export function CertificatesByIncident(props: { query: FleetQuery }) {
  const { query } = props;
  const list = useFleetIncidents(query.filter, {
    limit: PAGE_SIZE,
    cursor: query.cursor,
  });

  return <IncidentList list={list} query={query} />;
}

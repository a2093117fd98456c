import {
  FleetQuery,
  IncidentList,
  RootLink,
  useFleetIncidents,
} from '@slipway/backstage-plugin-fleet-react';
import { useCertificateHrefs } from '../../hooks/useCertificateHrefs';
import { useImpact } from '../../hooks/useImpact';

const PAGE_SIZE = 100;

/** What is wrong with the certificates that match. */
export function CertificatesByIncident(props: { query: FleetQuery }) {
  const { query } = props;
  const { list: listHref, getHref } = useCertificateHrefs();
  const describeImpact = useImpact();
  const list = useFleetIncidents(query.filter, {
    limit: PAGE_SIZE,
    cursor: query.cursor,
  });

  return (
    <IncidentList
      list={list}
      query={query}
      describeImpact={describeImpact}
      getMemberHref={getHref}
      renderEnd={({ root }) => <RootLink root={root} listHref={listHref} />}
    />
  );
}

import {
  FleetQuery,
  IncidentList,
  RootLink,
  useFleetIncidents,
} from '@slipway/backstage-plugin-fleet-react';
import { useClusterHrefs } from '../../hooks/useClusterHrefs';
import { useImpact } from '../../hooks/useImpact';
import { nameOfRoot } from '../../reading/nameOfRoot';

const PAGE_SIZE = 100;

/** What is wrong with the clusters that match. */
export function ClustersByIncident(props: { query: FleetQuery }) {
  const { query } = props;
  const { list: listHref, getHref } = useClusterHrefs();
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
      renderEnd={({ root, visible }) => (
        <RootLink
          root={root}
          listHref={listHref}
          name={nameOfRoot(root, visible)}
        />
      )}
    />
  );
}

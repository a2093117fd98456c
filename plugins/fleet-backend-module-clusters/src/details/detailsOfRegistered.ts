import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { LABEL_STAGE } from '@slipway/backstage-plugin-fleet-common';
import { RegisteredView } from '../subject/RegisteredView';
import { registrationsOf } from './registrationsOf';

/** What the pages show of a cluster that is not Magnum's. */
export function detailsOfRegistered(view: RegisteredView): ClusterDetails {
  const { around, fleet, name, secrets } = view;
  const [first] = secrets;
  return {
    name,
    kind: 'registered',
    fleetName: fleet?.name,
    reachable: fleet?.reachable,
    faults: {},
    healthReasons: {},
    newerTemplates: [],
    nodeGroups: [],
    server: fleet?.server ?? first?.slice.server,
    createdAt: first?.row.createdAt,
    registrations: registrationsOf(around, secrets),
    lacks: lacksOf(view),
    zone: secrets.find(({ slice }) => slice.zone)?.slice.zone,
    stage: fleet?.labels?.[LABEL_STAGE] ?? first?.row.labels[LABEL_STAGE],
    components: [],
    labels: fleet?.labels ?? {},
  };
}

function lacksOf({ around, fleet, secrets }: RegisteredView) {
  const hubs = around.hubs();
  const isSeen =
    hubs.length > 0 &&
    !around.clusters.some(known => around.mayHideSecrets(known));
  const isHub = hubs.some(({ id }) => id === fleet?.id);
  const lacks: ClusterDetails['lacks'] = [];
  if (secrets.length === 0 && isSeen && !isHub) {
    lacks.push('argocd');
  }
  if (!fleet) {
    lacks.push('fleet');
  }
  return lacks;
}

import { obstaclesIn } from '@slipway/backstage-plugin-clusters-common';
import { MagnumView } from '../subject/MagnumView';
import { phaseOf } from '../subject/phaseOf';
import { Words } from './textsOf';

/** What says that the cluster's credential is refused. */
export function creatorWords({ cluster, nodeGroups }: MagnumView): Words[] {
  const { faults, statusReason, healthReasons } = cluster;
  const { infrastructure } = healthReasons;
  return [
    ...(statusReason ? [{ text: statusReason }] : []),
    ...Object.entries(faults).map(([about, text]) => ({ about, text })),
    ...(infrastructure
      ? [{ about: 'infrastructure', text: infrastructure }]
      : []),
    ...nodeGroups.flatMap(({ slice }) =>
      slice.statusReason && phaseOf(slice.status).outcome === 'FAILED'
        ? [{ about: slice.name, text: slice.statusReason }]
        : [],
    ),
  ].filter(({ text }) =>
    obstaclesIn([text]).includes('cluster.credentials.creator-gone'),
  );
}

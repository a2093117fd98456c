import {
  clusterCauses,
  ClusterCauseEntry,
} from '@slipway/backstage-plugin-clusters-common';

const byCode = new Map<string, ClusterCauseEntry>(
  clusterCauses.map(entry => [entry.code, entry]),
);

/** The entry of the catalogue, `undefined` for a code that is not in it. */
export function findCause(code: string): ClusterCauseEntry | undefined {
  return byCode.get(code);
}

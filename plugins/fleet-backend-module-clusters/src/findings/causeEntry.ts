import {
  ClusterCause,
  ClusterCauseEntry,
  clusterCauses,
} from '@slipway/backstage-plugin-clusters-common';

const BY_CODE = new Map(clusterCauses.map(entry => [entry.code, entry]));

/** What the catalogue says of a cause. */
export function causeEntry(code: ClusterCause): ClusterCauseEntry {
  const entry = BY_CODE.get(code);
  if (!entry) {
    throw new Error(`The catalogue has no cause ${code}`);
  }
  return entry;
}

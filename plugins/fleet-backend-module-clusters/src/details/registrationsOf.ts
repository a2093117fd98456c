import { ClusterRegistration } from '@slipway/backstage-plugin-clusters-common';
import { sourceNameOf } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecretSlice } from '../slices';
import { Seen } from '../subject/Seen';
import { Surroundings } from '../subject/Surroundings';

/** Where Argo CD knows a cluster; `undefined` when no hub can be read. */
export function registrationsOf(
  around: Surroundings,
  secrets: Seen<ClusterSecretSlice>[],
): ClusterRegistration[] | undefined {
  return around.hubs().length === 0
    ? undefined
    : secrets.map(({ row, slice }) => ({
        hub: sourceNameOf(row.source),
        name: slice.name,
        secret: row.name,
      }));
}

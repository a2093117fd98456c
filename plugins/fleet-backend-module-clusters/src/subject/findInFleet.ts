import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSlice } from '../slices';
import { addressOf } from './addressOf';
import { Seen } from './Seen';
import { serverKey } from './serverKey';
import { Surroundings } from './Surroundings';

/** A cluster of Magnum in the fleet: the one with its address, else with its name. */
export function findInFleet(
  around: Surroundings,
  { row, slice }: Seen<ClusterSlice>,
): SourceInfo | undefined {
  const { name, server } = slice;
  const byAddress = around.clusters.find(known => {
    const address = server && addressOf(around, known);
    return address && serverKey(address) === serverKey(server);
  });
  return (
    byAddress ??
    around.clusters.find(
      known => known.name === name && !isOfAnother(around, known, row.name),
    )
  );
}

/** Names are not unique: what has another's address is that one. */
function isOfAnother(
  around: Surroundings,
  known: SourceInfo,
  uuid: string,
): boolean {
  const server = addressOf(around, known);
  const owners = server ? around.magnumAt(server) : [];
  return owners.length > 0 && owners.every(({ row }) => row.name !== uuid);
}

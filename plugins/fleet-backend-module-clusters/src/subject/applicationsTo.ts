import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { ApplicationSlice } from '../slices';
import { Destination } from './Destination';
import { Seen } from './Seen';
import { Surroundings } from './Surroundings';

/** The Applications that go to a cluster, by hub, namespace and name. */
export function applicationsTo(
  around: Surroundings,
  { names, servers }: Destination,
  hubs?: SourceInfo[],
): Seen<ApplicationSlice>[] {
  const found = [
    ...names.flatMap(name => around.applicationsTo({ name }, hubs)),
    ...servers.flatMap(server => around.applicationsTo({ server }, hubs)),
  ];
  return [...new Map(found.map(seen => [keyOf(seen), seen]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, seen]) => seen);
}

function keyOf({ row }: Seen<unknown>): string {
  return [row.source, row.namespace, row.name].join('/');
}

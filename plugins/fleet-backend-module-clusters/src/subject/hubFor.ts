import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { applicationsTo } from './applicationsTo';
import { Destination } from './Destination';
import { Surroundings } from './Surroundings';

/** The hub at which a cluster is, or should be, registered. */
export function hubFor(
  around: Surroundings,
  hubs: SourceInfo[],
  destination: Destination,
): SourceInfo | undefined {
  return (
    hubs.find(hub => applicationsTo(around, destination, [hub]).length > 0) ??
    hubs[0]
  );
}

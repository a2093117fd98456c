import { FleetItem } from '@slipway/backstage-plugin-fleet-common';

/** An item reduced to what a case says of it. */
export function conclusionOf(item: FleetItem | undefined) {
  return {
    status: item?.status,
    cause: item?.finding?.cause,
    evidence: item?.finding?.evidence.kind,
    says: item?.finding?.says ?? '',
  };
}

import { Flavor } from '@slipway/backstage-plugin-openstack-node';
import { Need } from './Need';

export interface NodesNeed {
  count: number;
  flavor?: Flavor;
  /** GB of each volume that a node gets; 0 for none. */
  volumesGb?: number[];
}

/** What nodes need altogether. Where the flavor is not known, that counts as nothing. */
export function needOf(nodes: NodesNeed[], floatingIps: number): Need {
  const sum = (per: (one: NodesNeed) => number) =>
    nodes.reduce((total, one) => total + one.count * per(one), 0);
  const volumes = ({ volumesGb = [] }: NodesNeed) =>
    volumesGb.filter(size => size > 0);
  return {
    instances: sum(() => 1),
    cores: sum(({ flavor }) => flavor?.vcpus ?? 0),
    ramMb: sum(({ flavor }) => flavor?.ramMb ?? 0),
    volumes: sum(one => volumes(one).length),
    gigabytes: sum(one => volumes(one).reduce((all, size) => all + size, 0)),
    floatingIps,
  };
}

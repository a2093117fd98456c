import { Choice, findChoice } from '../../choices';

export interface NeedOptions {
  nodeCount: number;
  masterCount: number;
  /** Of the nodes; that of the template unless given. */
  flavor?: string;
  /** Absent while it is not known. */
  template?: Choice;
  flavors: Choice[];
}

/**
 * What a cluster takes of each quota, by the quota's id; nothing is said where
 * it is not known.
 */
export function needOf(options: NeedOptions): Partial<Record<string, number>> {
  const { flavors, masterCount, nodeCount, template } = options;
  const nodes = findChoice(flavors, options.flavor ?? template?.flavor);
  const masters = findChoice(flavors, template?.masterFlavor);
  const sum = (fact: 'vcpus' | 'ramMb') =>
    (nodes || nodeCount === 0) && masters
      ? nodeCount * Number(nodes?.[fact] ?? 0) +
        masterCount * Number(masters[fact] ?? 0)
      : undefined;
  const volumeSize = Number(template?.volumeSize ?? 0);
  const instances = nodeCount + masterCount;
  return {
    clusters: 1,
    instances,
    cores: sum('vcpus'),
    ramMb: sum('ramMb'),
    ...(template && {
      volumes: volumeSize > 0 ? instances : 0,
      gigabytes: volumeSize * instances,
      // Some drivers take one for each node, all at least one for the API.
      floatingIps: template.floatingIp === 'true' ? 1 : 0,
    }),
  };
}

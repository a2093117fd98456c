import { MagnumView } from '../subject/MagnumView';

/** Words of Magnum, and of what they are. */
export interface Words {
  /** Name of a node group; absent for the cluster. */
  about?: string;
  text: string;
}

/** What Magnum says of a cluster: faults, its reason, the reasons of its node groups. */
export function textsOf({ cluster, nodeGroups }: MagnumView): Words[] {
  return [
    ...Object.entries(cluster.faults).map(([about, text]) => ({ about, text })),
    ...(cluster.statusReason ? [{ text: cluster.statusReason }] : []),
    ...nodeGroups.flatMap(({ slice }) =>
      slice.statusReason
        ? [{ about: slice.name, text: slice.statusReason }]
        : [],
    ),
  ].filter(({ text }) => text !== '');
}

import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { MagnumView } from '../subject/MagnumView';
import { ClusterMemory } from './ClusterMemory';
import { readMemory } from './readMemory';
import { SeenChange } from './SeenChange';
import { Shape } from './Shape';

const MOST = 10;

/** The shape of a cluster, and in what it differs from how it was seen last. */
export function rememberShapes(
  view: MagnumView,
  previous?: ClusterItem,
): ClusterMemory {
  const { cluster, row, template } = view;
  const known = readMemory(previous);
  const shape: Shape = {
    nodes: cluster.nodeCount,
    masters: cluster.masterCount,
    template: template?.slice.name ?? cluster.template,
    version: cluster.version,
  };
  const at = row.changedAt ?? cluster.updatedAt ?? cluster.createdAt;
  const seen =
    known && at
      ? differences(known.shape, shape).map(title => ({ at, title }))
      : [];
  const changes: SeenChange[] = [...seen, ...(known?.changes ?? [])];
  return { shape, changes: changes.slice(0, MOST) };
}

function differences(before: Shape, after: Shape): string[] {
  const describe: [keyof Shape, string][] = [
    ['nodes', 'Nodes'],
    ['masters', 'Control-plane nodes'],
    ['template', 'Template'],
    ['version', 'Version'],
  ];
  return describe.flatMap(([key, name]) =>
    before[key] !== undefined &&
    after[key] !== undefined &&
    before[key] !== after[key]
      ? [`${name} from ${before[key]} to ${after[key]}`]
      : [],
  );
}

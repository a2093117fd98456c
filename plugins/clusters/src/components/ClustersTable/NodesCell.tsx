import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { countNodes } from '../../reading/countNodes';

/** Control-plane and worker nodes of all groups: `3 + 5`. */
export function NodesCell(props: { details: ClusterDetails }) {
  const { masters, workers } = countNodes(props.details);

  return masters === undefined && workers === undefined ? null : (
    <>{[masters, workers].filter(count => count !== undefined).join(' + ')}</>
  );
}

import {
  clusterCauses,
  ClusterCauseEntry,
  obstaclesIn,
} from '@slipway/backstage-plugin-clusters-common';

/** The entry of the catalogue for what texts of Magnum name, if they name any. */
export function findObstacle(texts: string[]): ClusterCauseEntry | undefined {
  const [obstacle] = obstaclesIn(texts);
  return clusterCauses.find(({ code }) => code === obstacle);
}

import {
  ClusterMarks,
  readClusterMarks,
} from '@slipway/backstage-plugin-clusters-common';
import { Cloud, MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/** A cluster of Magnum, and what was marked on it when it was made here. */
export interface CloudCluster {
  cloud: string;
  /** Whether things are made in its cloud. */
  watchOnly: boolean;
  cluster: MagnumCluster;
  marks: ClusterMarks | undefined;
}

/** What a cloud said, with the marks. */
export function toCloudCluster(
  cloud: Pick<Cloud, 'name' | 'watchOnly'>,
  cluster: MagnumCluster,
): CloudCluster {
  const marks = readClusterMarks(cluster.labels ?? {});
  return {
    cloud: cloud.name,
    watchOnly: cloud.watchOnly,
    cluster,
    // Marks are copied with a template; of another cloud they say nothing.
    marks: marks?.cloud === cloud.name ? marks : undefined,
  };
}

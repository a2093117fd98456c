import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { AutocompleteResult } from './AutocompleteResult';
import { present } from './present';
import { Question } from './Question';

/** Clusters by name. */
export async function listClusters({
  cloud,
  signal,
}: Question): Promise<AutocompleteResult[]> {
  const clusters = await cloud.magnum.listClusters({ signal });
  return clusters
    .map(cluster => {
      const marks = readClusterMarks(cluster.labels ?? {});
      return {
        id: cluster.uuid,
        title: `${cluster.name} (${cluster.status ?? 'only just ordered'})`,
        name: cluster.name,
        ...present({
          status: cluster.status,
          version: cluster.coe_version ?? cluster.labels?.kube_tag,
          clusterTemplate: cluster.cluster_template_id,
          nodeCount: cluster.node_count,
          masterCount: cluster.master_count,
          flavor: cluster.flavor_id,
          owner: marks?.owner,
          stage: marks?.stage,
          zone: marks?.zone,
          entityRef: marks?.entityRef,
        }),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

import { toError } from '@backstage/errors';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { Cloud, MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';

export interface CheckNameIsFreeOptions {
  name: string;
  entityRef: string;
  /** All of this cloud. */
  clusters: MagnumCluster[];
  /** The others that clusters are made in. */
  others: Cloud[];
}

/**
 * A name is one for the catalog, Argo CD and the fleet. Magnum would take it
 * any number of times.
 */
export async function checkNameIsFree(
  errand: Errand,
  options: CheckNameIsFreeOptions,
): Promise<string[]> {
  const { name, clusters } = options;
  const here = clusters
    .filter(cluster => cluster.name === name)
    .map(cluster => {
      const owner = readClusterMarks(cluster.labels ?? {})?.owner;
      const whose = owner ? `belongs to ${owner}` : 'was not made here';
      return `The name ${name} is taken in the cloud ${errand.cloud.name} by a cluster that ${whose} (${cluster.uuid}); choose another one`;
    });
  const elsewhere = await Promise.all(
    options.others.map(cloud => findElsewhere(errand, cloud, options)),
  );
  return [...here, ...elsewhere.flat()];
}

async function findElsewhere(
  { log, signal }: Errand,
  cloud: Cloud,
  { name, entityRef }: CheckNameIsFreeOptions,
): Promise<string[]> {
  try {
    const clusters = await cloud.magnum.listClusters({ signal });
    const isTaken = clusters.some(
      ({ labels }) => readClusterMarks(labels ?? {})?.entityRef === entityRef,
    );
    return isTaken
      ? [
          `The name ${name} is taken by a cluster in the cloud ${cloud.name}; choose another one`,
        ]
      : [];
  } catch (error) {
    signal?.throwIfAborted();
    log(
      `Not checked: whether the cloud ${cloud.name} has a cluster ${name} (${
        toError(error).message
      })`,
    );
    return [];
  }
}

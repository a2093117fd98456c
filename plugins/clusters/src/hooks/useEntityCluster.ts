import { Entity } from '@backstage/catalog-model';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import {
  ANNOTATION_CLOUD,
  ANNOTATION_CLUSTER,
  ANNOTATION_MAGNUM_CLUSTER,
  formatItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { useFleetItems } from '@slipway/backstage-plugin-fleet-react';
import { DOMAIN } from '../constants';

/** Which item an entity stands for. */
export interface EntityCluster {
  /** What the entity calls the cluster. */
  name: string;
  /** Of the item; unset while it is looked for. */
  id?: string;
  /** Why it cannot be looked for. */
  error?: Error;
  /** Looks for it again. */
  refresh: () => void;
}

/**
 * The item of the cluster that an entity stands for: what its annotations name
 * in a cloud, else what the fleet has under that name.
 */
export function useEntityCluster(entity: Entity): EntityCluster {
  const annotations = entity.metadata.annotations ?? {};
  const name = annotations[ANNOTATION_CLUSTER] ?? '';
  const cloud = annotations[ANNOTATION_CLOUD];
  const uuid = annotations[ANNOTATION_MAGNUM_CLUSTER];
  const list = useFleetItems<ClusterDetails>(
    { domain: DOMAIN, details: [`fleetName=${name}`] },
    { pageSize: 1 },
  );
  const idOf = (place: string, its: string) =>
    formatItemRef({ domain: DOMAIN, cluster: place, namespace: '', name: its });
  const { error, refresh } = list;

  if (cloud && uuid) {
    return { name, id: idOf(cloud, uuid), refresh };
  }
  const [found] = list.items;
  if (found) {
    return { name, id: found.id, refresh };
  }
  return list.isLoading || error
    ? { name, error, refresh }
    : { name, id: idOf(name, name), refresh };
}

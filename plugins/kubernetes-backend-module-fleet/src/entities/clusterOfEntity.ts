import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_CLUSTER } from '@slipway/backstage-plugin-fleet-common';

/** The fleet name of the cluster that an entity stands for. */
export function clusterOfEntity(entity: Entity): string | undefined {
  return entity.kind.toLowerCase() === 'resource' &&
    entity.spec?.type === 'kubernetes-cluster'
    ? entity.metadata.annotations?.[ANNOTATION_CLUSTER]
    : undefined;
}

import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_CLUSTER } from '@slipway/backstage-plugin-fleet-common';

/**
 * Whether an entity stands for a Kubernetes cluster.
 *
 * @public
 */
export function isCluster(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === 'kubernetes-cluster' &&
    Boolean(entity.metadata.annotations?.[ANNOTATION_CLUSTER])
  );
}

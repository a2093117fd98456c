import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_CLUSTER } from '@slipway/backstage-plugin-fleet-common';

/**
 * Whether an entity is of a kind that certificates belong to: a component, or a
 * resource that stands for a cluster.
 *
 * @public
 */
export function canHaveCertificates(entity: Entity): boolean {
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'component':
      return true;
    case 'resource':
      return Boolean(entity.metadata.annotations?.[ANNOTATION_CLUSTER]);
    default:
      return false;
  }
}

import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  KUBERNETES_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION,
} from '@backstage/plugin-kubernetes-common';
import { DirectoryQuery } from '@slipway/backstage-plugin-fleet-node';

/** By what the fleet finds the rows of an entity, as the Kubernetes plugin selects objects. */
export function queryOfEntity(entity: Entity): DirectoryQuery {
  const { annotations = {}, name } = entity.metadata;
  const id = annotations[KUBERNETES_ANNOTATION];
  return {
    services: [...new Set([id ?? name, name])],
    owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
      ?.targetRef,
    labelSelector:
      annotations[KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION] ??
      `${KUBERNETES_ANNOTATION}=${id ?? name}`,
  };
}

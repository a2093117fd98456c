import { EntityBinding } from '../entities/EntityBinding';
import { ItemGroup } from './ItemGroup';
import { ItemsFilter } from './ItemsFilter';

/** What else a group must be asked besides the group itself. */
export interface MatchesGroupOptions {
  /** Entity reference of the group that owns a cluster. */
  clusterOwner(cluster: string): string | undefined;
}

/** Makes the part of a filter that holds for whole groups of items. */
export function matchesGroup(
  filter: ItemsFilter,
  options: MatchesGroupOptions,
): (group: ItemGroup) => boolean {
  const { domain, cluster, namespace, owner, entityRef, entity } = filter;
  if (entityRef !== undefined && !entity) {
    return () => false;
  }
  return group =>
    (domain === undefined || group.domain === domain) &&
    (cluster === undefined || group.cluster === cluster) &&
    (namespace === undefined || group.namespace === namespace) &&
    (owner === undefined || group.owner === owner) &&
    (!entity || matchesEntity(group, entity, options));
}

// Names and annotations of entities are written by anybody: they bind only
// where both sides name the same owner.
function matchesEntity(
  group: ItemGroup,
  entity: EntityBinding,
  { clusterOwner }: MatchesGroupOptions,
): boolean {
  if (entity.kind === 'component') {
    return group.owner === entity.owner;
  }
  const { cluster, record, owner } = entity;
  return (
    (group.cluster === cluster && clusterOwner(cluster) === owner) ||
    // Which item of the cloud it is, is asked of each.
    (group.cluster === record?.cloud && group.owner === owner)
  );
}

import { ServiceError } from '../http/ServiceError';
import { Caller } from '../keystone/Caller';
import { notFound } from './magnumError';
import { MagnumContext } from './MagnumContext';
import {
  ClusterRecord,
  NodeGroupRecord,
  TemplateRecord,
} from './store/records';

/** The clusters that somebody may see: their project's, or all for an administrator. */
export function visibleClusters(
  { store, now }: MagnumContext,
  caller: Caller,
): ClusterRecord[] {
  const at = now().toISOString();
  return store.clusters.filter(
    ({ visibleAt, projectId }) =>
      visibleAt <= at &&
      (projectId === caller.project?.id || caller.roles.includes('admin')),
  );
}

/** @throws ServiceError 404, or 409 when several have that name. */
export function findCluster(
  context: MagnumContext,
  caller: Caller,
  ident: string,
): ClusterRecord {
  const found = visibleClusters(context, caller).filter(
    ({ uuid, name }) => uuid === ident || name === ident,
  );
  if (found.length > 1) {
    throw new ServiceError(
      409,
      'Multiple clusters exist with same name. Please use the cluster uuid instead.',
    );
  }
  if (found.length === 0) {
    throw notFound('Cluster', ident);
  }
  return found[0];
}

/** One's own templates and the public ones that are not hidden. */
export function visibleTemplates(
  { store }: MagnumContext,
  caller: Caller,
): TemplateRecord[] {
  return store.templates.filter(
    ({ projectId, fields }) =>
      caller.roles.includes('admin') ||
      (projectId === caller.project?.id && !fields.hidden) ||
      (fields.public && !fields.hidden),
  );
}

export function findTemplate(
  context: MagnumContext,
  caller: Caller,
  ident: string,
): TemplateRecord {
  const found = visibleTemplates(context, caller).filter(
    ({ uuid, name }) => uuid === ident || name === ident,
  );
  if (found.length > 1) {
    throw new ServiceError(
      409,
      'Multiple ClusterTemplates exist with same name. Please use the ClusterTemplate uuid instead.',
    );
  }
  if (found.length === 0) {
    throw notFound('ClusterTemplate', ident);
  }
  return found[0];
}

export function findNodeGroup(
  { groups }: ClusterRecord,
  ident: string,
): NodeGroupRecord {
  const found = groups.find(
    ({ uuid, name }) => uuid === ident || name === ident,
  );
  if (!found) {
    throw notFound('Nodegroup', ident);
  }
  return found;
}

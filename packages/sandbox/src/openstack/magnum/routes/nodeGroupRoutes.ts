import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { JsonObject } from '../../http/jsonObject';
import { ServiceError } from '../../http/ServiceError';
import { callerOf } from '../../keystone/requireToken';
import { applyPatch } from '../checks/applyPatch';
import { NODE_GROUP_FIELDS } from '../checks/nodeGroupFields';
import { readFields } from '../checks/readFields';
import { requireBounds } from '../checks/requireBounds';
import { newStackName } from '../conductor/newStackName';
import { findCluster, findNodeGroup } from '../find';
import { MagnumContext } from '../MagnumContext';
import { microversionOf } from '../microversion';
import { pageOf } from '../pageOf';
import {
  newNodeGroupJson,
  nodeGroupJson,
  nodeGroupSummaryJson,
} from '../render/nodeGroupJson';
import { requireRole } from '../requireRole';
import { ClusterRecord, NodeGroupRecord } from '../store/records';

const CHANGEABLE = ['min_node_count', 'max_node_count'];

/** `/clusters/:cluster/nodegroups`. */
export function nodeGroupRoutes(context: MagnumContext): Router {
  const { store, conductor, speed, now } = context;
  const router = Router({ mergeParams: true });

  router.get(
    '/',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, clusterIn(req.params));
      requireRole(caller, 'reader', 'nodegroup:get_all');
      const { role } = req.query;
      const groups = cluster.groups.filter(
        group => role === undefined || group.role === role,
      );
      const { items, next } = pageOf(req, groups, {
        kind: 'Nodegroup',
        path: `clusters/${cluster.uuid}/nodegroups`,
        keys: { name: ({ name }) => name, uuid: ({ uuid }) => uuid },
      });
      res.json({ nodegroups: items.map(nodeGroupSummaryJson), next });
    }),
  );

  router.get(
    '/:group',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, clusterIn(req.params));
      requireRole(caller, 'reader', 'nodegroup:get');
      const group = findNodeGroup(cluster, req.params.group);
      res.json(nodeGroupJson(cluster, group, microversionOf(req)));
    }),
  );

  router.post(
    '/',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, clusterIn(req.params));
      requireRole(caller, 'member', 'nodegroup:create');
      const minor = microversionOf(req);
      const fields = readFields(req.body, 'nodegroup', rulesOf(minor));
      const group = newNodeGroup(context, cluster, fields);
      if (group.nodeCount === 0 && minor < 10) {
        throw new ServiceError(
          400,
          'Creating a nodegroup with zero nodes is not supported in the provided microversion.',
        );
      }
      cluster.groups.push(group);
      conductor.begin(
        cluster,
        { kind: 'create-group', group: group.uuid },
        speed.updateMs,
      );
      res.status(202).json(newNodeGroupJson(cluster, group, minor));
    }),
  );

  router.patch(
    '/:group',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, clusterIn(req.params));
      requireRole(caller, 'member', 'nodegroup:update');
      const group = findNodeGroup(cluster, req.params.group);
      const minor = microversionOf(req);
      const before = nodeGroupJson(cluster, group, minor) as JsonObject;
      const open =
        minor >= 14
          ? [...CHANGEABLE, 'node_labels', 'node_taints']
          : CHANGEABLE;
      const after = applyPatch(before, req.body, {
        internal: Object.keys(before).filter(key => !open.includes(key)),
      });
      const maxNodeCount =
        after.max_node_count === null
          ? undefined
          : Number(after.max_node_count);
      const minNodeCount = Number(after.min_node_count ?? 0);
      requireBounds({ ...group, minNodeCount, maxNodeCount });
      Object.assign(group, {
        minNodeCount,
        maxNodeCount,
        ...(minor >= 14 && {
          nodeLabels: after.node_labels ?? {},
          nodeTaints: after.node_taints ?? [],
        }),
        updatedAt: now().toISOString(),
      });
      store.saveCluster(cluster);
      res.status(202).json(nodeGroupJson(cluster, group, minor));
    }),
  );

  router.delete(
    '/:group',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, clusterIn(req.params));
      requireRole(caller, 'member', 'nodegroup:delete');
      const group = findNodeGroup(cluster, req.params.group);
      if (group.isDefault) {
        throw new ServiceError(
          400,
          'Deleting a default nodegroup is not supported.',
        );
      }
      group.status = 'DELETE_IN_PROGRESS';
      conductor.begin(
        cluster,
        { kind: 'delete-group', group: group.uuid },
        speed.updateMs,
      );
      res.status(204).end();
    }),
  );
  return router;
}

// `mergeParams` does not reach the types of Express.
function clusterIn(params: object): string {
  return String((params as Record<string, string>).cluster);
}

function rulesOf(minor: number) {
  const { node_labels, node_taints, ...older } = NODE_GROUP_FIELDS;
  return minor >= 14 ? NODE_GROUP_FIELDS : older;
}

function newNodeGroup(
  { store, now }: MagnumContext,
  cluster: ClusterRecord,
  fields: JsonObject,
): NodeGroupRecord {
  const { name, role = 'worker' } = fields;
  if (name === undefined) {
    throw new ServiceError(500, "Field `name' cannot be None");
  }
  if (role === 'master') {
    throw new ServiceError(
      400,
      'Creating master nodegroups is currently not supported.',
    );
  }
  if (cluster.groups.some(group => group.name === name)) {
    throw new ServiceError(
      409,
      `A node group with name ${name} already exists in the cluster ${cluster.name}.`,
    );
  }
  const worker = cluster.groups.find(
    group => group.isDefault && group.role !== 'master',
  )!;
  const own = fields.labels as Record<string, string> | undefined;
  const group: NodeGroupRecord = {
    id: store.nextId(),
    uuid: randomUUID(),
    name: String(name),
    role: String(role),
    // Nova is not asked about it here.
    flavorId: String(fields.flavor_id ?? worker.flavorId),
    imageId: String(fields.image_id ?? worker.imageId),
    dockerVolumeSize: fields.docker_volume_size as number | undefined,
    labels:
      own === undefined || fields.merge_labels
        ? { ...cluster.labels, ...own }
        : own,
    nodeCount: Number(fields.node_count ?? 1),
    minNodeCount: Number(fields.min_node_count ?? 0),
    maxNodeCount: fields.max_node_count as number | undefined,
    isDefault: false,
    stackId: randomUUID(),
    stackName: newStackName(cluster.name),
    nodes: [],
    nodeLabels: (fields.node_labels ?? {}) as Record<string, string>,
    nodeTaints: (fields.node_taints ?? []) as string[],
    status: 'CREATE_IN_PROGRESS',
    createdAt: now().toISOString(),
  };
  requireBounds(group);
  return group;
}

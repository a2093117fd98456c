import { Request, Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { ServiceError } from '../../http/ServiceError';
import { callerOf } from '../../keystone/requireToken';
import { applyPatch } from '../checks/applyPatch';
import { CLUSTER_FIELDS } from '../checks/clusterFields';
import { readFields } from '../checks/readFields';
import {
  requireDistribution,
  requireExternalNetwork,
  requireFlavor,
  requireKeypair,
} from '../checks/requireResources';
import { findCluster, findTemplate, visibleClusters } from '../find';
import { invalid } from '../magnumError';
import { MagnumContext } from '../MagnumContext';
import { microversionOf } from '../microversion';
import { newCluster } from '../newCluster';
import { pageOf } from '../pageOf';
import { quotaOf } from '../quotaOf';
import { clusterJson, clusterSummaryJson } from '../render/clusterJson';
import { requireRole } from '../requireRole';
import { resize } from '../resize';
import { ClusterRecord, TemplateRecord } from '../store/records';

/** `/clusters`, without what is below one. */
export function clusterRoutes(context: MagnumContext): Router {
  const { store, conductor, speed } = context;
  const router = Router();
  const templateOf = ({ templateId }: ClusterRecord) =>
    store.templates.find(({ uuid }) => uuid === templateId);
  const wholeJson = (req: Request, cluster: ClusterRecord) =>
    clusterJson(cluster, templateOf(cluster), microversionOf(req));

  const list = (
    path: string,
    json: (req: Request, c: ClusterRecord) => object,
  ) =>
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      requireRole(caller, 'reader', 'cluster:get_all');
      const clusters = visibleClusters(context, caller);
      requireWhole(clusters.filter(cluster => conductor.isDestroying(cluster)));
      const { items, next } = pageOf(req, clusters, {
        kind: 'Cluster',
        path,
        keys: {
          uuid: ({ uuid }) => uuid,
          name: ({ name }) => name,
          status: ({ status }) => status,
          created_at: ({ createdAt }) => createdAt,
          updated_at: ({ updatedAt = '' }) => updatedAt,
          cluster_template_id: ({ templateId }) => templateId,
        },
      });
      res.json({ clusters: items.map(item => json(req, item)), next });
    });
  router.get(
    '/',
    list('clusters', (req, cluster) =>
      clusterSummaryJson(cluster, microversionOf(req)),
    ),
  );
  router.get('/detail', list('clusters/detail', wholeJson));

  router.get(
    '/:cluster',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'reader', 'cluster:get');
      requireWhole(conductor.isDestroying(cluster) ? [cluster] : []);
      res.json(wholeJson(req, cluster));
    }),
  );

  router.post(
    '/',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const fields = readFields(req.body, 'cluster', CLUSTER_FIELDS);
      requireRole(caller, 'member', 'cluster:create');
      requireRoom(context, caller.project.id);
      const template = findTemplate(
        context,
        caller,
        String(fields.cluster_template_id),
      );
      requireNodes(fields.node_count, microversionOf(req));
      const cluster = newCluster(context, caller, { fields, template });
      requireBuildable(cluster, template);
      conductor.begin(cluster, { kind: 'create' }, speed.buildMs);
      store.addCluster(cluster);
      res.status(202).json({ uuid: cluster.uuid });
    }),
  );

  router.patch(
    '/:cluster',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'member', 'cluster:update');
      const before = wholeJson(req, cluster) as Record<string, unknown>;
      const after = applyPatch(before, req.body, {
        internal: ['uuid', 'project_id', 'user_id', 'status', 'api_address'],
      });
      const changed = Object.keys(after).filter(
        key => after[key] !== before[key],
      );
      const refused = changed.filter(
        key =>
          !['node_count', 'health_status', 'health_status_reason'].includes(
            key,
          ),
      );
      if (refused.length > 0) {
        throw new ServiceError(
          400,
          `cannot change cluster property(ies) ${refused.join(', ')}.`,
        );
      }
      if (changed.includes('node_count')) {
        requireNodes(after.node_count, microversionOf(req));
        resize(context, cluster, { nodeCount: Number(after.node_count) });
      }
      res.status(202).json({ uuid: cluster.uuid });
    }),
  );

  router.delete(
    '/:cluster',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'member', 'cluster:delete');
      if (!cluster.operations.some(({ kind }) => kind === 'delete')) {
        conductor.begin(cluster, { kind: 'delete' }, speed.deleteMs);
      }
      res.status(204).end();
    }),
  );
  return router;
}

// Its node groups go first, and then it has no masters for a moment.
function requireWhole(destroyed: ClusterRecord[]) {
  if (destroyed.length > 0) {
    throw invalid('master_count', '0', 'Value should be greater or equal to 1');
  }
}

function requireRoom({ store }: MagnumContext, projectId: string) {
  const limit = quotaOf(store, projectId);
  const used = store.clusters.filter(
    cluster => cluster.projectId === projectId,
  ).length;
  if (used >= limit) {
    throw new ServiceError(
      403,
      `Resource limit exceeded: You have reached the maximum clusters per project, ${limit}. You may delete a cluster to make room for a new one.`,
    );
  }
}

function requireNodes(count: unknown, minor: number) {
  if (typeof count === 'string' || (count !== undefined && count === null)) {
    throw invalid(
      'node_count',
      String(count),
      "'<' not supported between instances of 'str' and 'int'",
    );
  }
  if (Number(count) < 0) {
    throw invalid(
      'node_count',
      String(count),
      'Value should be greater or equal to 0',
    );
  }
  if (Number(count) === 0 && minor < 10) {
    throw new ServiceError(
      400,
      'Resizing a nodegroup to zero is not supported in the provided microversion.',
    );
  }
}

function requireBuildable(cluster: ClusterRecord, template: TemplateRecord) {
  const { groups, keypair, masterLbEnabled } = cluster;
  const { fields } = template;
  const [master, worker] = groups;
  requireDistribution({
    imageId: fields.image_id,
    serverType: fields.server_type,
    coe: fields.coe,
  });
  requireFlavor(worker.flavorId);
  requireFlavor(master.flavorId);
  if (master.nodeCount > 1 && !masterLbEnabled) {
    throw new ServiceError(
      400,
      'master_count must be 1 when master_lb_enabled is False',
    );
  }
  requireKeypair(keypair);
  requireExternalNetwork(fields.external_network_id);
}

import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { ServiceError } from '../../http/ServiceError';
import { callerOf } from '../../keystone/requireToken';
import { readFields } from '../checks/readFields';
import { requireIdle } from '../checks/requireIdle';
import { findCluster, findNodeGroup, findTemplate } from '../find';
import { refuseSilently } from '../magnumError';
import { MagnumContext } from '../MagnumContext';
import { microversionOf, since } from '../microversion';
import { requireRole } from '../requireRole';
import { resize } from '../resize';

/** `/clusters/:cluster/actions`. */
export function actionRoutes(context: MagnumContext): Router {
  const { conductor, speed } = context;
  const router = Router({ mergeParams: true });

  router.post(
    '/resize',
    since(7),
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const fields = readFields(req.body, 'cluster_resize_req', {
        node_count: { type: 'integer', minimum: 0, mandatory: true },
        nodes_to_remove: { type: 'list' },
        nodegroup: { type: 'text' },
      });
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'member', 'cluster:resize');
      if (fields.node_count === 0 && microversionOf(req) < 10) {
        throw new ServiceError(
          400,
          'Resizing a nodegroup to zero is not supported in the provided microversion.',
        );
      }
      resize(context, cluster, {
        nodeCount: Number(fields.node_count),
        nodesToRemove: fields.nodes_to_remove as string[] | undefined,
        nodeGroup: fields.nodegroup as string | undefined,
      });
      res.status(202).json({ uuid: cluster.uuid });
    }),
  );

  router.post(
    '/upgrade',
    since(8),
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const fields = readFields(req.body, 'cluster_upgrade_req', {
        cluster_template: { type: 'text', mandatory: true },
        max_batch_size: { type: 'integer', minimum: 1 },
        nodegroup: { type: 'text' },
      });
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'member', 'cluster:upgrade');
      const template = findTemplate(
        context,
        caller,
        String(fields.cluster_template),
      );
      const group =
        fields.nodegroup === undefined
          ? undefined
          : findNodeGroup(cluster, String(fields.nodegroup));
      if (fields.max_batch_size === undefined) {
        throw new ServiceError(500, 'Circular reference detected');
      }
      requireIdle(cluster, 'Upgrading');
      const tag = template.fields.labels?.kube_tag;
      const about = group && !group.isDefault ? [group] : cluster.groups;
      for (const each of about) {
        each.status = 'UPDATE_IN_PROGRESS';
        each.statusReason = undefined;
        each.imageId = template.fields.image_id;
        each.labels = { ...each.labels, ...(tag && { kube_tag: tag }) };
      }
      if (about === cluster.groups) {
        // Of all labels, an upgrade takes only the version along.
        cluster.labels = { ...cluster.labels, ...(tag && { kube_tag: tag }) };
        cluster.templateId = template.uuid;
      }
      conductor.begin(
        cluster,
        {
          kind: 'upgrade',
          group: group?.uuid,
          version: about === cluster.groups ? tag : undefined,
        },
        speed.updateMs,
      );
      res.status(202).json({ uuid: cluster.uuid });
    }),
  );

  router.use((_req, res) => refuseSilently(res, 405));
  return router;
}

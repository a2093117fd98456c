import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { callerOf } from '../../keystone/requireToken';
import { requireIdle } from '../checks/requireIdle';
import { findCluster } from '../find';
import { MagnumContext } from '../MagnumContext';
import { since } from '../microversion';
import { requireRole } from '../requireRole';

/** `/credentials`: what a cluster itself opens the cloud with. */
export function cloudCredentialRoutes(context: MagnumContext): Router {
  const { conductor, speed } = context;
  const router = Router();
  router.patch(
    '/:cluster',
    since(12),
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'member', 'cluster:rotate_credential');
      requireIdle(cluster, 'Updating');
      // From now on it works with the credentials of whoever asked.
      cluster.userId = caller.user.id;
      conductor.begin(cluster, { kind: 'rotate-credential' }, speed.updateMs);
      res.status(202).json({ uuid: cluster.uuid });
    }),
  );
  return router;
}

import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { ServiceError } from '../../http/ServiceError';
import { callerOf } from '../../keystone/requireToken';
import { MagnumContext } from '../MagnumContext';
import { requireRole } from '../requireRole';

/** `/stats`: how many clusters and nodes, masters among them. */
export function statsRoutes({ store }: MagnumContext): Router {
  const router = Router();
  router.get(
    '/',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      requireRole(caller, 'reader', 'stats:get_all');
      const { project_id: projectId, type = 'cluster' } = req.query;
      const isAdmin = caller.roles.includes('admin');
      if (
        !isAdmin &&
        projectId !== undefined &&
        projectId !== caller.project.id
      ) {
        throw new ServiceError(403, 'Not authorized.');
      }
      if (type !== 'cluster') {
        throw new ServiceError(
          400,
          "Invalid stats type. Allowed values are 'cluster'",
        );
      }
      const asked = projectId ?? (isAdmin ? undefined : caller.project.id);
      const clusters = store.clusters.filter(
        cluster => asked === undefined || cluster.projectId === asked,
      );
      res.json({
        clusters: clusters.length,
        nodes: clusters
          .flatMap(({ groups }) => groups)
          .reduce((sum, { nodeCount }) => sum + nodeCount, 0),
      });
    }),
  );
  return router;
}

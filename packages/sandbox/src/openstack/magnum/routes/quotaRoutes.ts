import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { ServiceError } from '../../http/ServiceError';
import { callerOf } from '../../keystone/requireToken';
import { readFields } from '../checks/readFields';
import { MagnumContext } from '../MagnumContext';
import { DEFAULT_QUOTA } from '../quotaOf';
import { timeOf } from '../render/timeOf';
import { requireRole } from '../requireRole';
import { QuotaRecord } from '../store/records';

const RESOURCE = 'Cluster';

/** `/quotas`: how many clusters projects may have. */
export function quotaRoutes(context: MagnumContext): Router {
  const { store, isProject, now } = context;
  const router = Router();
  const read = (body: unknown) => {
    const fields = readFields(body, 'quota', {
      project_id: { type: 'text', mandatory: true },
      resource: { type: 'text', oneOf: [RESOURCE], mandatory: true },
      hard_limit: { type: 'integer', minimum: 0 },
      id: { type: 'integer' },
    });
    return {
      projectId: String(fields.project_id),
      hardLimit: Number(fields.hard_limit ?? 0),
    };
  };
  const find = (projectId: string): QuotaRecord => {
    const quota = store.quotas.find(known => known.projectId === projectId);
    if (!quota) {
      throw new ServiceError(
        404,
        `Quota could not be found: project_id ${projectId} resource ${RESOURCE}.`,
      );
    }
    return quota;
  };

  router.get(
    '/',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      requireRole(caller, 'admin', 'quota:get_all');
      const all = String(req.query.all_tenants).toLowerCase() === 'true';
      res.json({
        quotas: store.quotas
          .filter(({ projectId }) => all || projectId === caller.project.id)
          .map(quotaJson),
      });
    }),
  );

  router.get(
    '/:project/:resource',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const { project, resource } = req.params;
      requireRole(caller, 'reader', 'quota:get');
      if (project !== caller.project.id && !caller.roles.includes('admin')) {
        throw new ServiceError(403, 'Not authorized.');
      }
      const quota = store.quotas.find(({ projectId }) => projectId === project);
      res.json(
        quota && resource === RESOURCE
          ? quotaJson(quota)
          : { hard_limit: DEFAULT_QUOTA, project_id: project, resource },
      );
    }),
  );

  router.post(
    '/',
    asyncRoute((req, res) => {
      requireRole(callerOf(req), 'admin', 'quota:create');
      const { projectId, hardLimit } = read(req.body);
      if (!isProject(projectId)) {
        throw new ServiceError(
          404,
          `The project_id ${projectId} could not be found.`,
        );
      }
      if (store.quotas.some(known => known.projectId === projectId)) {
        throw new ServiceError(
          409,
          `Quota for project ${projectId} already exists for resource ${RESOURCE}.`,
        );
      }
      const quota = {
        id: store.nextId(),
        projectId,
        hardLimit,
        createdAt: now().toISOString(),
      };
      store.setQuotas([...store.quotas, quota]);
      res.status(201).json(quotaJson(quota));
    }),
  );

  router.patch(
    '/:project/:resource',
    asyncRoute((req, res) => {
      requireRole(callerOf(req), 'admin', 'quota:update');
      const { projectId, hardLimit } = read(req.body);
      const quota = {
        ...find(projectId),
        hardLimit,
        updatedAt: now().toISOString(),
      };
      store.setQuotas(
        store.quotas.map(known => (known.id === quota.id ? quota : known)),
      );
      res.status(202).json(quotaJson(quota));
    }),
  );

  router.delete(
    '/:project/:resource',
    asyncRoute((req, res) => {
      requireRole(callerOf(req), 'admin', 'quota:delete');
      const { id } = find(req.params.project);
      store.setQuotas(store.quotas.filter(known => known.id !== id));
      res.status(204).end();
    }),
  );
  return router;
}

function quotaJson(quota: QuotaRecord) {
  return {
    id: quota.id,
    hard_limit: quota.hardLimit,
    project_id: quota.projectId,
    resource: RESOURCE,
    created_at: timeOf(quota.createdAt),
    updated_at: timeOf(quota.updatedAt),
  };
}

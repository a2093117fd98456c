import { Router } from 'express';
import { asyncRoute } from '../../http/asyncRoute';
import { ServiceError } from '../../http/ServiceError';
import { callerOf } from '../../keystone/requireToken';
import { readFields } from '../checks/readFields';
import { requireIdle } from '../checks/requireIdle';
import { findCluster } from '../find';
import { MagnumContext } from '../MagnumContext';
import { microversionOf } from '../microversion';
import { linksOf } from '../render/addressOf';
import { requireCreator, requireRole } from '../requireRole';
import { ClusterRecord } from '../store/records';

/** `/certificates`: the CA of a cluster and what it signs. */
export function certificateRoutes(context: MagnumContext): Router {
  const { certificates, conductor, speed } = context;
  const router = Router();

  router.get(
    '/:cluster',
    asyncRoute(async (req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, req.params.cluster);
      requireCreator(caller, cluster, {
        role: 'reader',
        rule: 'certificate:get',
      });
      const type = req.query.ca_cert_type;
      const ca = await certificates.authority(
        cluster,
        type === undefined ? undefined : String(type),
      );
      res.json({
        ...namesOf(cluster, microversionOf(req)),
        links: linksOf(`certificates/${cluster.uuid}`),
        pem: ca.certificatePem,
      });
    }),
  );

  router.post(
    '/',
    asyncRoute(async (req, res) => {
      const caller = callerOf(req);
      const fields = readFields(req.body, 'certificate', {
        cluster_uuid: { type: 'text', mandatory: true },
        csr: { type: 'text', mandatory: true },
        ca_cert_type: { type: 'text' },
      });
      const cluster = findForSigning(() =>
        findCluster(context, caller, String(fields.cluster_uuid)),
      );
      requireCreator(caller, cluster, {
        role: 'member',
        rule: 'certificate:create',
      });
      const csr = String(fields.csr);
      const pem = await certificates
        .sign(cluster, csr, fields.ca_cert_type as string | undefined)
        .catch(error => {
          throw error instanceof ServiceError
            ? error
            : new ServiceError(400, `Received invalid csr b'${csr}'.`);
        });
      res.status(201).json({
        ...namesOf(cluster, microversionOf(req)),
        links: linksOf(`certificates/${cluster.uuid}`),
        csr,
        pem,
      });
    }),
  );

  router.patch(
    '/:cluster',
    asyncRoute((req, res) => {
      const caller = callerOf(req);
      const cluster = findCluster(context, caller, req.params.cluster);
      requireRole(caller, 'member', 'certificate:rotate_ca');
      requireIdle(cluster, 'Updating');
      if (cluster.adopted) {
        throw new ServiceError(
          400,
          'Rotating the CA certificate is not supported.',
        );
      }
      conductor.begin(
        cluster,
        { kind: 'rotate-ca', caGeneration: cluster.caGeneration + 1 },
        speed.updateMs,
      );
      res.status(202).json({ uuid: cluster.uuid });
    }),
  );
  return router;
}

// Clusters were called bays, and their ids were said twice until 1.11.
function namesOf({ uuid }: ClusterRecord, minor: number) {
  return { ...(minor < 11 && { bay_uuid: uuid }), cluster_uuid: uuid };
}

// Unlike everywhere else, a cluster that is not there is a bad request here.
function findForSigning(find: () => ClusterRecord): ClusterRecord {
  try {
    return find();
  } catch (error) {
    if (error instanceof ServiceError && error.status === 404) {
      throw new ServiceError(400, error.message);
    }
    throw error;
  }
}

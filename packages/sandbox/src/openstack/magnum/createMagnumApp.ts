import { RequestHandler, Router } from 'express';
import { asyncRoute } from '../http/asyncRoute';
import { readBody } from '../http/readBody';
import { callerOf } from '../keystone/requireToken';
import { handleMagnumError, refuseSilently } from './magnumError';
import { MagnumContext } from './MagnumContext';
import { negotiateMicroversion, NEWEST, OLDEST, since } from './microversion';
import { addressOf, linksOf } from './render/addressOf';
import { timeOf } from './render/timeOf';
import { requireRole } from './requireRole';
import { actionRoutes } from './routes/actionRoutes';
import { certificateRoutes } from './routes/certificateRoutes';
import { cloudCredentialRoutes } from './routes/cloudCredentialRoutes';
import { clusterRoutes } from './routes/clusterRoutes';
import { nodeGroupRoutes } from './routes/nodeGroupRoutes';
import { quotaRoutes } from './routes/quotaRoutes';
import { statsRoutes } from './routes/statsRoutes';
import { templateRoutes } from './routes/templateRoutes';

export interface CreateMagnumAppOptions {
  context: MagnumContext;
  requireToken: RequestHandler;
  /** Asked before Magnum's own routes, behind the token. */
  recorded: RequestHandler;
}

/** Magnum, below `/container-infra`. */
export function createMagnumApp(options: CreateMagnumAppOptions): Router {
  const { context, requireToken, recorded } = options;
  const startedAt = context.now().toISOString();
  const router = Router();
  router.get('/', (_req, res) => {
    res.json({
      name: 'OpenStack Magnum API',
      description:
        'Magnum is an OpenStack project which aims to provide container cluster management.',
      versions: [
        {
          id: 'v1',
          links: [{ href: addressOf(''), rel: 'self' }],
          status: 'CURRENT',
          max_version: `1.${NEWEST}`,
          min_version: `1.${OLDEST}`,
        },
      ],
    });
  });
  router.get('/v1', negotiateMicroversion, (_req, res) => {
    res.json({
      id: 'v1',
      media_types: [
        {
          base: 'application/json',
          type: 'application/vnd.openstack.magnum.v1+json',
        },
      ],
      links: [{ href: addressOf(''), rel: 'self' }],
      ...Object.fromEntries(
        [
          'clustertemplates',
          'clusters',
          'quotas',
          'certificates',
          'mservices',
          'stats',
        ].map(name => [name, linksOf(`${name}/`)]),
      ),
    });
  });

  const v1 = Router();
  v1.use(requireToken, negotiateMicroversion);
  v1.use(readBody('Request is not in valid JSON format'));
  v1.use(recorded);
  v1.use('/clusters/:cluster/nodegroups', since(9), nodeGroupRoutes(context));
  v1.use('/clusters/:cluster/actions', actionRoutes(context));
  v1.use('/clusters', clusterRoutes(context));
  v1.use('/clustertemplates', templateRoutes(context));
  v1.use('/certificates', certificateRoutes(context));
  v1.use('/credentials', cloudCredentialRoutes(context));
  v1.use('/quotas', quotaRoutes(context));
  v1.use('/stats', statsRoutes(context));
  v1.get(
    '/mservices',
    asyncRoute((req, res) => {
      requireRole(callerOf(req), 'admin', 'magnum-service:get_all');
      res.json({
        mservices: [
          {
            host: 'magnum-conductor-0',
            binary: 'magnum-conductor',
            state: 'up',
            id: 1,
            report_count: 1,
            disabled: false,
            disabled_reason: null,
            created_at: timeOf(startedAt),
            updated_at: timeOf(context.now().toISOString()),
          },
        ],
      });
    }),
  );
  v1.use((req, res) => refuseSilently(res, req.method === 'PUT' ? 405 : 404));
  v1.use(handleMagnumError);
  router.use('/v1', v1);
  router.use((_req, res) => refuseSilently(res, 404));
  return router;
}

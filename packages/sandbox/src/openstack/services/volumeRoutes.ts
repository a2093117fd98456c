import { Router } from 'express';
import { callerOf } from '../keystone/requireToken';
import { volumeLimits } from './limits';
import { ServicesOptions } from './ServicesOptions';

/** Cinder: limits. */
export function volumeRoutes(options: ServicesOptions): Router {
  const { url, clusters, requireToken } = options;
  const router = Router();
  const version = {
    id: 'v3.0',
    status: 'CURRENT',
    version: '3.71',
    min_version: '3.0',
    links: [{ rel: 'self', href: `${url}/volume/v3/` }],
  };
  router.get(
    ['/', '/v3'],
    (_req, res) => void res.status(300).json({ versions: [version] }),
  );
  router.use(requireToken('block-storage', '/volume'));
  router.get(['/v3/limits', '/v3/:project/limits'], (req, res) => {
    const { project } = callerOf(req);
    res.json({ limits: volumeLimits(clusters(), project.id) });
  });
  router.use((_req, res) => {
    res.status(404).json({
      itemNotFound: { code: 404, message: 'The resource could not be found.' },
    });
  });
  return router;
}

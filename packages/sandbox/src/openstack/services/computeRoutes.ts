import { Response, Router } from 'express';
import { callerOf } from '../keystone/requireToken';
import { AVAILABILITY_ZONES, FLAVORS, KEYPAIRS } from './cloudResources';
import { computeLimits } from './limits';
import { ServicesOptions } from './ServicesOptions';

/** Nova: flavors, keypairs, zones, limits. */
export function computeRoutes(options: ServicesOptions): Router {
  const { url, clusters, requireToken } = options;
  const base = `${url}/compute/v2.1`;
  const router = Router();
  const missing = (res: Response, message: string) =>
    res.status(404).json({ itemNotFound: { code: 404, message } });
  const flavors = FLAVORS.map(flavor => ({
    ...flavor,
    swap: '',
    'OS-FLV-EXT-DATA:ephemeral': 0,
    'OS-FLV-DISABLED:disabled': false,
    'os-flavor-access:is_public': true,
    rxtx_factor: 1,
    links: [{ rel: 'self', href: `${base}/flavors/${flavor.id}` }],
  }));
  const version = {
    id: 'v2.1',
    status: 'CURRENT',
    version: '2.96',
    min_version: '2.1',
    links: [{ rel: 'self', href: `${base}/` }],
  };
  router.get('/', (_req, res) => void res.json({ versions: [version] }));
  router.get('/v2.1', (_req, res) => void res.json({ version }));
  router.use(requireToken('compute', '/compute'));
  router.get('/v2.1/flavors', (_req, res) => {
    res.json({
      flavors: flavors.map(({ id, name, links }) => ({ id, name, links })),
    });
  });
  router.get('/v2.1/flavors/detail', (_req, res) => void res.json({ flavors }));
  router.get('/v2.1/flavors/:id', (req, res) => {
    const flavor = flavors.find(({ id }) => id === req.params.id);
    if (flavor) {
      res.json({ flavor });
    } else {
      missing(res, `Flavor ${req.params.id} could not be found.`);
    }
  });
  router.get('/v2.1/flavors/:id/os-extra_specs', (_req, res) => {
    res.json({ extra_specs: {} });
  });
  router.get('/v2.1/os-keypairs', (_req, res) => {
    res.json({ keypairs: KEYPAIRS.map(keypair => ({ keypair })) });
  });
  router.get('/v2.1/os-keypairs/:name', (req, res) => {
    const { name } = req.params;
    const keypair = KEYPAIRS.find(known => known.name === name);
    if (keypair) {
      res.json({ keypair });
    } else {
      missing(
        res,
        `Keypair ${name} not found for user ${callerOf(req).user.id}`,
      );
    }
  });
  router.get('/v2.1/os-availability-zone', (_req, res) => {
    res.json({
      availabilityZoneInfo: AVAILABILITY_ZONES.map(zoneName => ({
        zoneName,
        zoneState: { available: true },
        hosts: null,
      })),
    });
  });
  // Which hosts are in a zone is for administrators.
  router.get('/v2.1/os-availability-zone/detail', (_req, res) => {
    res.status(403).json({
      forbidden: {
        code: 403,
        message:
          "Policy doesn't allow os_compute_api:os-availability-zone:detail to be performed.",
      },
    });
  });
  router.get('/v2.1/limits', (req, res) => {
    const { project } = callerOf(req);
    res.json({ limits: computeLimits(clusters(), project.id) });
  });
  router.use((_req, res) => missing(res, 'The resource could not be found.'));
  return router;
}

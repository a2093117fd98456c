import { Request, Response, Router } from 'express';
import { callerOf } from '../keystone/requireToken';
import { NETWORKS, SUBNETS } from './cloudResources';
import { floatingIpsOf, networkQuota } from './limits';
import { ServicesOptions } from './ServicesOptions';

type Item = Record<string, unknown> & { id: string; name: string };

/** Neutron: networks, subnets, floating IPs, quota. */
export function networkRoutes(options: ServicesOptions): Router {
  const { url, clusters, requireToken } = options;
  const router = Router();
  const links = [{ rel: 'self', href: `${url}/network/v2.0/` }];
  const version = { id: 'v2.0', status: 'CURRENT', links };
  const missing = (res: Response, message: string) =>
    res.status(404).json({
      NeutronError: { type: 'HTTPNotFound', message, detail: '' },
    });
  router.get('/', (_req, res) => void res.json({ versions: [version] }));
  router.get('/v2.0', (_req, res) => void res.json({ resources: [] }));
  router.use(requireToken('network', '/network'));
  const serve = (plural: string, items: (req: Request) => Item[]) => {
    router.get([`/v2.0/${plural}`, `/v2.0/${plural}.json`], (req, res) => {
      res.json({ [plural]: items(req).filter(item => isAsked(item, req)) });
    });
    router.get(`/v2.0/${plural}/:id`, (req, res) => {
      const { id } = req.params;
      const item = items(req).find(known => known.id === id);
      if (item) {
        res.json({ [plural.slice(0, -1)]: item });
      } else {
        missing(res, `${plural.slice(0, -1)} ${id} could not be found.`);
      }
    });
  };
  serve('networks', () => NETWORKS);
  serve('subnets', () => SUBNETS);
  serve('floatingips', req =>
    floatingIpsOf(clusters(), callerOf(req).project.id),
  );
  router.get(
    ['/v2.0/quotas/:project/details', '/v2.0/quotas/:project/details.json'],
    (req, res) => {
      res.json({ quota: networkQuota(clusters(), callerOf(req).project.id) });
    },
  );
  router.use((_req, res) => missing(res, 'The resource could not be found.'));
  return router;
}

function isAsked(item: Item, req: Request): boolean {
  return Object.entries(req.query)
    .filter(([key]) => key in item)
    .every(
      ([key, value]) =>
        String(item[key]).toLowerCase() === String(value).toLowerCase(),
    );
}

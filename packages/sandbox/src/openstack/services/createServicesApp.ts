import { Request, RequestHandler, Response, Router } from 'express';
import { callerOf } from '../keystone/requireToken';
import { ClusterRecord } from '../magnum/store/records';
import {
  AVAILABILITY_ZONES,
  FLAVORS,
  IMAGES,
  KEYPAIRS,
  NETWORKS,
  SUBNETS,
} from './cloudResources';
import {
  computeLimits,
  floatingIpsOf,
  networkQuota,
  volumeLimits,
} from './limits';

export interface CreateServicesAppOptions {
  url: string;
  clusters: () => readonly ClusterRecord[];
  requireToken: (service: string, prefix: string) => RequestHandler;
}

type Item = Record<string, unknown> & { id: string; name: string };

/** As much of Nova, Neutron, Glance and Cinder as is asked before a cluster is made. */
export function createServicesApp(options: CreateServicesAppOptions): Router {
  const router = Router();
  router.use('/compute', nova(options));
  router.use('/network', neutron(options));
  router.use('/image', glance(options));
  router.use('/volume', cinder(options));
  return router;
}

function nova(options: CreateServicesAppOptions): Router {
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
  router.get('/v2.1/limits', (req, res) => {
    const { project } = callerOf(req);
    res.json({ limits: computeLimits(clusters(), project.id) });
  });
  router.use((_req, res) => missing(res, 'The resource could not be found.'));
  return router;
}

function neutron(options: CreateServicesAppOptions): Router {
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

function glance({ url, requireToken }: CreateServicesAppOptions): Router {
  const router = Router();
  router.get('/', (_req, res) => {
    res.status(300).json({
      versions: [
        {
          id: 'v2.17',
          status: 'CURRENT',
          links: [{ rel: 'self', href: `${url}/image/v2/` }],
        },
      ],
    });
  });
  router.use(requireToken('image', '/image'));
  router.get('/v2/images', (req, res) => {
    const { name, marker } = req.query;
    res.json({
      // There is one page.
      images: IMAGES.filter(
        image =>
          marker === undefined && (name === undefined || image.name === name),
      ),
      schema: '/v2/schemas/images',
      first: '/v2/images',
    });
  });
  router.get('/v2/images/:id', (req, res) => {
    const image = IMAGES.find(({ id }) => id === req.params.id);
    if (image) {
      res.json(image);
    } else {
      res
        .status(404)
        .type('text/html')
        .send(
          `<html><body><h1>404 Not Found</h1>No image found with ID ${req.params.id}</body></html>`,
        );
    }
  });
  router.use((_req, res) => {
    res.status(404).type('text/html').send('<h1>404 Not Found</h1>');
  });
  return router;
}

function cinder(options: CreateServicesAppOptions): Router {
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

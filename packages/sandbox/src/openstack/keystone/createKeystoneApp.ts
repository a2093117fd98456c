import { Request, Response, Router } from 'express';
import { asyncRoute } from '../http/asyncRoute';
import { readBody } from '../http/readBody';
import { Caller } from './Caller';
import { catalogOf } from './catalogOf';
import { credentialRoutes } from './credentialRoutes';
import { forbidden, identityError, unauthorized } from './identityError';
import { Project } from './Identity';
import { Keystone } from './Keystone';
import { tokenRoutes } from './tokenRoutes';

export interface CreateKeystoneAppOptions {
  keystone: Keystone;
  url: string;
  regionName: string;
  now: () => Date;
  /** Asked before a token is given out: whether that project's cloud is out of order. */
  isOut: (project: string | undefined, res: Response) => boolean;
}

const NOT_FOUND =
  '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.</p>\n';

/** The part of Keystone that clients use, below `/identity`. */
export function createKeystoneApp(options: CreateKeystoneAppOptions): Router {
  const { keystone, url, regionName } = options;
  const authUrl = `${url}/identity/v3`;
  const router = Router();
  const requireCaller = (req: Request): Caller => {
    const caller = keystone.callerOf(req.header('x-auth-token'));
    if (!caller) {
      throw unauthorized();
    }
    return caller;
  };

  router.use((_req, res, next) => {
    res.setHeader('vary', 'X-Auth-Token');
    next();
  });
  router.use(
    readBody(
      'Expecting to find valid JSON in request body. The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.',
    ),
  );
  router.get('/', (_req, res) => {
    res
      .status(300)
      .setHeader('location', `${authUrl}/`)
      .json({ versions: { values: [version(authUrl)] } });
  });
  router.get('/v3', (_req, res) => {
    res.json({ version: version(authUrl) });
  });

  router.use('/v3/auth/tokens', tokenRoutes({ ...options, requireCaller }));
  router.get(
    '/v3/auth/catalog',
    asyncRoute((req, res) => {
      const { project } = requireCaller(req);
      if (!project) {
        throw forbidden('identity:get_auth_catalog');
      }
      res.json({
        catalog: catalogOf({ url, regionName, projectId: project.id }),
        links: links(`${authUrl}/auth/catalog`),
      });
    }),
  );
  const projectsOf = asyncRoute((req, res) => {
    const { user } = requireCaller(req);
    if (req.params.user !== undefined && req.params.user !== user.id) {
      throw forbidden('identity:list_user_projects');
    }
    res.json({
      projects: keystone.identity
        .projectsOf(user)
        .map(project => projectJson(project, authUrl)),
      links: links(`${url}${req.originalUrl}`),
    });
  });
  router.get('/v3/auth/projects', projectsOf);
  router.get('/v3/users/:user/projects', projectsOf);
  router.get(
    '/v3/projects/:project',
    asyncRoute((req, res) => {
      const { user } = requireCaller(req);
      const project = keystone.identity
        .projectsOf(user)
        .find(({ id }) => id === req.params.project);
      if (!project) {
        throw forbidden('identity:get_project');
      }
      res.json({ project: projectJson(project, authUrl) });
    }),
  );
  router.get(
    '/v3/regions',
    asyncRoute((req, res) => {
      requireCaller(req);
      res.json({
        regions: [
          {
            id: regionName,
            description: '',
            parent_region_id: null,
            links: { self: `${authUrl}/regions/${regionName}` },
          },
        ],
        links: links(`${authUrl}/regions`),
      });
    }),
  );
  router.use(
    '/v3/users/:user/application_credentials',
    credentialRoutes({ keystone, authUrl, requireCaller }),
  );
  router.use((_req, res) => {
    res.status(404).type('text/html').send(NOT_FOUND);
  });
  router.use(identityError(authUrl));
  return router;
}

function version(authUrl: string) {
  return {
    id: 'v3.14',
    status: 'stable',
    updated: '2020-04-07T00:00:00Z',
    links: [{ rel: 'self', href: `${authUrl}/` }],
    'media-types': [
      {
        base: 'application/json',
        type: 'application/vnd.openstack.identity-v3+json',
      },
    ],
  };
}

function projectJson(project: Project, authUrl: string) {
  return {
    id: project.id,
    name: project.name,
    domain_id: 'default',
    description: project.description,
    enabled: true,
    parent_id: 'default',
    is_domain: false,
    tags: [],
    options: {},
    links: { self: `${authUrl}/projects/${project.id}` },
  };
}

function links(self: string) {
  return { next: null, self, previous: null };
}

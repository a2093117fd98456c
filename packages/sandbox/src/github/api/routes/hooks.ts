import { Request, Router } from 'express';
import { isLoopback } from '../../webhooks/isLoopback';
import { Services } from '../../Services';
import { Hook } from '../../stores/HookStore';
import { JsonObject, Repository } from '../../types';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { sendPage } from '../sendPage';

const HOOKS = '/repos/:owner/:repo/hooks';

/** Webhooks of a repository; they may only call this machine. */
export function hookRoutes(services: Services): Router {
  const router = Router();

  const place = (req: Request) =>
    services.repositoryOf(req, { area: 'administration', access: 'admin' })
      .repository;

  function requireHook(req: Request) {
    const repository = place(req);
    const hook = services.hooks.find(repository, Number(req.params.id));
    if (!hook) {
      throw GitHubError.notFound();
    }
    return { repository, hook };
  }

  router.get(HOOKS, (req, res, next) => {
    const repository = place(req);
    const items = services.hooks.list(repository);
    const toJson = (hook: Hook) => hookJson(services, repository, hook);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.post(HOOKS, (req, res) => {
    const repository = place(req);
    const body = readBody(req, {
      config: 'object',
      events: 'array?',
      active: 'boolean?',
    });
    const config = readConfig(body.config);
    const url = config.url ?? '';
    if (!isLoopback(url)) {
      throw new GitHubError(422, 'Validation Failed', [
        {
          resource: 'Hook',
          code: 'custom',
          message: `Sorry, the URL host ${hostOf(
            url,
          )} is not supported because it isn't reachable from the sandbox: only this machine is`,
        },
      ]);
    }
    if (services.hooks.list(repository).some(hook => hook.url === url)) {
      throw new GitHubError(422, 'Validation Failed', [
        {
          resource: 'Hook',
          code: 'custom',
          message: 'Hook already exists on this repository',
        },
      ]);
    }
    const at = services
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    const hook = services.hooks.add({
      repositoryId: repository.id,
      url,
      secret: config.secret,
      contentType: config.content_type ?? 'form',
      events: (body.events ?? ['push']).map(String),
      active: body.active ?? true,
      createdAt: at,
      updatedAt: at,
      lastStatus: undefined,
    });
    const json = hookJson(services, repository, hook);
    res.setHeader('Location', String(json.url));
    res.status(201).json(json);
  });
  router.get(`${HOOKS}/:id`, (req, res) => {
    const { repository, hook } = requireHook(req);
    res.json(hookJson(services, repository, hook));
  });
  router.delete(`${HOOKS}/:id`, (req, res) => {
    services.hooks.remove(requireHook(req).hook);
    res.status(204).end();
  });
  return router;
}

function readConfig(config: Record<string, unknown>) {
  return readBody(
    { body: config },
    { url: 'string?', secret: 'string?', content_type: 'string?' },
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url.slice(0, 100);
}

function hookJson(
  services: Services,
  repository: Repository,
  hook: Hook,
): JsonObject {
  const self = `${services.apiUrl}/repos/${repository.fullName}/hooks/${hook.id}`;
  const isKnown = hook.lastStatus !== undefined;
  return {
    type: 'Repository',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: {
      url: hook.url,
      content_type: hook.contentType,
      insecure_ssl: '0',
      ...(hook.secret && { secret: '********' }),
    },
    updated_at: hook.updatedAt,
    created_at: hook.createdAt,
    url: self,
    test_url: `${self}/test`,
    ping_url: `${self}/pings`,
    deliveries_url: `${self}/deliveries`,
    last_response: {
      code: hook.lastStatus ?? null,
      status: isKnown ? 'active' : 'unused',
      message: null,
    },
  };
}

import { Request, Router } from 'express';
import { asyncRoute } from '../http/asyncRoute';
import { ServiceError } from '../http/ServiceError';
import { authenticate } from './authenticate';
import { Caller } from './Caller';
import { CreateKeystoneAppOptions } from './createKeystoneApp';
import { forbidden, unauthorized } from './identityError';
import { tokenJson } from './tokenJson';

export interface TokenRoutesOptions extends CreateKeystoneAppOptions {
  requireCaller: (req: Request) => Caller;
}

/** `/auth/tokens`: given out, looked at, revoked. */
export function tokenRoutes(options: TokenRoutesOptions): Router {
  const { keystone, url, regionName, now, isOut, requireCaller } = options;
  const router = Router();
  const withCatalog = (req: Request) => !('nocatalog' in req.query);

  router.post(
    '/',
    asyncRoute((req, res) => {
      const issued = authenticate(keystone, req.body, now());
      if (isOut(issued.project?.name, res)) {
        return;
      }
      const token = keystone.issue(issued);
      const caller = keystone.callerOf(token);
      if (!caller) {
        throw unauthorized();
      }
      res
        .status(201)
        .setHeader('x-subject-token', token)
        .json(
          tokenJson(caller, { url, regionName, withCatalog: withCatalog(req) }),
        );
    }),
  );
  router.get(
    '/',
    asyncRoute((req, res) => {
      const caller = requireCaller(req);
      const subject = req.header('x-subject-token');
      if (subject === undefined) {
        throw forbidden('identity:validate_token');
      }
      const about = keystone.callerOf(subject);
      if (!about) {
        throw new ServiceError(404, 'Could not recognize Fernet token');
      }
      requireOwn(caller, about, 'identity:validate_token');
      res
        .setHeader('x-subject-token', subject)
        .json(
          tokenJson(about, { url, regionName, withCatalog: withCatalog(req) }),
        );
    }),
  );
  router.delete(
    '/',
    asyncRoute((req, res) => {
      const caller = requireCaller(req);
      const subject = req.header('x-subject-token') ?? '';
      const about = keystone.callerOf(subject);
      if (!about) {
        throw new ServiceError(404, 'Could not recognize Fernet token');
      }
      requireOwn(caller, about, 'identity:revoke_token');
      keystone.tokens.revoke(subject);
      res.status(204).end();
    }),
  );
  return router;
}

function requireOwn(caller: Caller, about: Caller, action: string) {
  if (caller.user.id !== about.user.id && !caller.roles.includes('admin')) {
    throw forbidden(action);
  }
}

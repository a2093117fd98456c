import { randomBytes, randomUUID } from 'node:crypto';
import { Request, Router } from 'express';
import { asyncRoute } from '../http/asyncRoute';
import { objectAt } from '../http/jsonObject';
import { ServiceError } from '../http/ServiceError';
import { Role } from '../types';
import { Caller } from './Caller';
import {
  AccessRule,
  ApplicationCredential,
  CredentialStore,
} from './CredentialStore';
import { forbidden } from './identityError';
import { idOf } from './idOf';
import { Keystone } from './Keystone';

export interface CredentialRoutesOptions {
  keystone: Keystone;
  authUrl: string;
  requireCaller: (req: Request) => Caller;
}

/** `/users/:user/application_credentials`: each user's own. */
export function credentialRoutes(options: CredentialRoutesOptions): Router {
  const { keystone, authUrl, requireCaller } = options;
  const { credentials } = keystone;
  const router = Router({ mergeParams: true });
  const requireSelf = (req: Request, action: string): Caller => {
    const caller = requireCaller(req);
    if (caller.user.id !== req.params.user) {
      throw forbidden(`identity:${action}`);
    }
    return caller;
  };
  const find = (req: Request, { user }: Caller): ApplicationCredential => {
    const found = credentials.find(req.params.id);
    if (found?.user !== user.name) {
      throw new ServiceError(
        404,
        `Could not find Application Credential: ${req.params.id}.`,
      );
    }
    return found;
  };
  const json = (credential: ApplicationCredential) =>
    credentialJson(keystone, credential, authUrl);

  router.get(
    '/',
    asyncRoute((req, res) => {
      const { user } = requireSelf(req, 'list_application_credentials');
      const { name } = req.query;
      res.json({
        application_credentials: credentials
          .ofUser(user.name)
          .filter(known => name === undefined || known.name === name)
          .map(json),
        links: {
          next: null,
          self: `${authUrl}/users/${user.id}/application_credentials`,
          previous: null,
        },
      });
    }),
  );
  router.get(
    '/:id',
    asyncRoute((req, res) => {
      const caller = requireSelf(req, 'get_application_credential');
      res.json({ application_credential: json(find(req, caller)) });
    }),
  );
  router.delete(
    '/:id',
    asyncRoute((req, res) => {
      const caller = requireSelf(req, 'delete_application_credential');
      const { id } = find(req, caller);
      credentials.delete(id);
      res.status(204).end();
    }),
  );
  router.post(
    '/',
    asyncRoute((req, res) => {
      const caller = requireSelf(req, 'create_application_credential');
      const wanted = objectAt(req.body, 'application_credential');
      const secret =
        wanted.secret === undefined
          ? randomBytes(64).toString('base64url')
          : String(wanted.secret);
      const credential = newCredential(keystone, caller, { wanted, secret });
      credentials.add(credential);
      res
        .status(201)
        .json({ application_credential: { ...json(credential), secret } });
    }),
  );
  return router;
}

function newCredential(
  keystone: Keystone,
  caller: Caller,
  given: { wanted: Record<string, unknown>; secret: string },
): ApplicationCredential {
  const { user, project, roles, applicationCredential } = caller;
  const { wanted, secret } = given;
  if (typeof wanted.name !== 'string' || wanted.name === '') {
    throw new ServiceError(400, "'name' is a required property");
  }
  if (applicationCredential && !applicationCredential.unrestricted) {
    throw forbidden(
      "Using method 'application_credential' is not allowed for managing additional application credentials.",
    );
  }
  if (!project) {
    throw forbidden('identity:create_application_credential');
  }
  const { name } = wanted;
  const existing = keystone.credentials.ofUser(user.name);
  if (existing.some(known => known.name === name)) {
    throw new ServiceError(
      409,
      `Conflict occurred attempting to store application_credential - Duplicate entry found with name ${name}.`,
    );
  }
  return {
    id: randomUUID().replaceAll('-', ''),
    name,
    description:
      wanted.description === undefined ? null : String(wanted.description),
    user: user.name,
    project: project.name,
    roles: chooseRoles(wanted.roles, roles),
    expiresAt:
      typeof wanted.expires_at === 'string' ? wanted.expires_at : undefined,
    unrestricted:
      typeof wanted.unrestricted === 'boolean' && wanted.unrestricted,
    accessRules: readRules(wanted.access_rules),
    secretHash: CredentialStore.hash(secret),
  };
}

function chooseRoles(wanted: unknown, own: Role[]): Role[] {
  if (!Array.isArray(wanted)) {
    return own;
  }
  return wanted.map(item => {
    const { id, name } = objectAt(item);
    const role = own.find(
      known => known === name || idOf('role', known) === id,
    );
    if (!role) {
      throw new ServiceError(
        400,
        'Invalid application credential: Cannot create an application credential with unassigned role',
      );
    }
    return role;
  });
}

function readRules(wanted: unknown): AccessRule[] | undefined {
  return Array.isArray(wanted)
    ? wanted.map(item => {
        const { service, method, path } = objectAt(item);
        return {
          id: randomUUID().replaceAll('-', ''),
          service: String(service),
          path: String(path),
          method: String(method),
        };
      })
    : undefined;
}

function credentialJson(
  keystone: Keystone,
  credential: ApplicationCredential,
  authUrl: string,
) {
  const { identity } = keystone;
  return {
    id: credential.id,
    name: credential.name,
    description: credential.description,
    user_id: identity.user({ name: credential.user })?.id,
    project_id: identity.project({ name: credential.project })?.id,
    system: null,
    expires_at: credential.expiresAt ?? null,
    unrestricted: credential.unrestricted,
    roles: credential.roles.map(name => ({
      id: idOf('role', name),
      name,
      domain_id: null,
      description: null,
      options: { immutable: true },
    })),
    ...(credential.accessRules && { access_rules: credential.accessRules }),
    links: { self: `${authUrl}/application_credentials/${credential.id}` },
  };
}

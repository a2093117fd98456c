import { ServiceError } from '../http/ServiceError';
import { isJsonObject, JsonObject, objectAt } from '../http/jsonObject';
import { CredentialStore } from './CredentialStore';
import { forbidden, unauthorized } from './identityError';
import { Naming, Project, User } from './Identity';
import { IssueTokenOptions, Keystone } from './Keystone';
import { utcTime } from './utcTime';

const MALFORMED =
  'The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.';

/** Who asks for a token and for what; throws what Keystone answers instead. */
export function authenticate(
  keystone: Keystone,
  body: unknown,
  now: Date,
): IssueTokenOptions {
  const { auth } = objectAt(body);
  if (!isJsonObject(auth)) {
    throw new ServiceError(
      400,
      `Expecting to find auth in request body. ${MALFORMED}`,
    );
  }
  const identity = objectAt(auth, 'identity');
  const { methods } = identity;
  if (!Array.isArray(methods) || methods.length === 0) {
    throw new ServiceError(
      400,
      `'${auth.identity ? 'methods' : 'identity'}' is a required property`,
    );
  }
  const [method] = methods.map(String);
  if (!isJsonObject(identity[method])) {
    throw new ServiceError(
      400,
      `Expecting to find ${method} in identity. ${MALFORMED}`,
    );
  }
  switch (method) {
    case 'password':
      return byPassword(keystone, auth);
    case 'token':
      return byToken(keystone, auth);
    case 'application_credential':
      return byCredential(keystone, auth, now);
    default:
      throw unauthorized();
  }
}

function byPassword(keystone: Keystone, auth: JsonObject): IssueTokenOptions {
  const given = objectAt(auth, 'identity', 'password', 'user');
  const user = keystone.identity.user(namingOf(given));
  if (!user || !keystone.identity.hasPassword(user, given.password)) {
    throw unauthorized();
  }
  return {
    user,
    project: scopeOf(keystone, auth, user),
    methods: ['password'],
  };
}

function byToken(keystone: Keystone, auth: JsonObject): IssueTokenOptions {
  const { id } = objectAt(auth, 'identity', 'token');
  const caller = keystone.callerOf(String(id));
  if (!caller) {
    throw unauthorized();
  }
  // A delegated token would otherwise reach further than what was delegated.
  if (caller.applicationCredential?.accessRules) {
    throw new ServiceError(404, 'Failed to validate token');
  }
  if (caller.applicationCredential) {
    throw forbidden(
      'Using a delegated token to create another token is not allowed.',
    );
  }
  return {
    user: caller.user,
    project: scopeOf(keystone, auth, caller.user),
    methods: ['token'],
    parent: caller.token,
  };
}

function byCredential(
  keystone: Keystone,
  auth: JsonObject,
  now: Date,
): IssueTokenOptions {
  const { identity, credentials } = keystone;
  const given = objectAt(auth, 'identity', 'application_credential');
  const owner = identity.user(namingOf(objectAt(given, 'user')));
  const credential =
    given.id === undefined
      ? owner &&
        credentials
          .ofUser(owner.name)
          .find(candidate => candidate.name === given.name)
      : credentials.find(String(given.id));
  const isOver =
    credential?.expiresAt !== undefined &&
    utcTime(credential.expiresAt) <= now.getTime();
  if (
    !credential ||
    isOver ||
    CredentialStore.hash(String(given.secret)) !== credential.secretHash
  ) {
    throw unauthorized();
  }
  if (auth.scope !== undefined) {
    throw new ServiceError(
      401,
      'Error authenticating with application credential: Application credentials cannot request a scope.',
      { identity: {} },
    );
  }
  const user = identity.user({ name: credential.user });
  const project = identity.project({ name: credential.project });
  if (!user || !project || identity.rolesOf(user, project).length === 0) {
    throw unauthorized();
  }
  return {
    user,
    project,
    methods: ['application_credential'],
    applicationCredential: credential,
  };
}

function scopeOf(
  keystone: Keystone,
  auth: JsonObject,
  user: User,
): Project | undefined {
  const { scope } = auth;
  if (scope === undefined || scope === 'unscoped') {
    return undefined;
  }
  const project = keystone.identity.project(
    namingOf(objectAt(scope, 'project')),
  );
  if (!project || keystone.identity.rolesOf(user, project).length === 0) {
    throw unauthorized();
  }
  return project;
}

function namingOf(given: JsonObject): Naming {
  const { id, name } = given;
  if (id !== undefined) {
    return { id: String(id) };
  }
  const { id: domainId, name: domainName } = objectAt(given, 'domain');
  const known =
    domainId === 'default' || String(domainName).toLowerCase() === 'default';
  return { name: known ? String(name) : '' };
}

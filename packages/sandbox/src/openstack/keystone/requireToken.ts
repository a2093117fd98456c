import { Request, RequestHandler } from 'express';
import { AccessRule } from './CredentialStore';
import { Caller } from './Caller';
import { Keystone } from './Keystone';

const callers = new WeakMap<Request, Caller>();

/** Lets only tokens of a project through, as the middleware of all services does. */
export function requireToken(options: {
  keystone: Keystone;
  authUrl: string;
  /** Of the catalogue, for access rules. */
  service: string;
  /** What stands before the path that an access rule names. */
  prefix: string;
}): RequestHandler {
  const { keystone, authUrl, service, prefix } = options;
  return (req, res, next) => {
    const caller = keystone.callerOf(req.header('x-auth-token'));
    const rules = caller?.applicationCredential?.accessRules;
    const path = req.originalUrl.split('?')[0].slice(prefix.length);
    const allowed =
      caller?.project &&
      (!rules ||
        rules.some(
          rule =>
            rule.service === service &&
            rule.method === req.method &&
            matches(rule, path),
        ));
    if (!caller || !allowed) {
      res
        .status(401)
        .setHeader('www-authenticate', `Keystone uri="${authUrl}"`)
        .json({
          error: {
            code: 401,
            title: 'Unauthorized',
            message: 'The request you have made requires authentication.',
          },
        });
      return;
    }
    callers.set(req, caller);
    next();
  };
}

/** Who calls, behind `requireToken`. */
export function callerOf(req: Request): Caller & {
  project: NonNullable<Caller['project']>;
} {
  const caller = callers.get(req);
  if (!caller?.project) {
    throw new Error(`${req.originalUrl} is not behind requireToken`);
  }
  return { ...caller, project: caller.project };
}

// `*` and `{name}` stand for one part of a path, `**` for any number.
function matches({ path }: AccessRule, asked: string): boolean {
  const pattern = path
    .split(/(\*\*|\*|\{[^}]*\})/)
    .map(part => {
      if (part === '**') {
        return '.*';
      }
      return /^(\*|\{.*\})$/.test(part)
        ? '[^/]+'
        : part.replace(/[.+?^$()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${pattern}$`).test(asked);
}

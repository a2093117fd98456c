import { Request } from 'express';

/** The token of a request: `Bearer`, `token`, or Basic as password or user name. */
export function readToken(req: Request): string | undefined {
  const header = req.headers.authorization ?? '';
  const [scheme, value = ''] = header.split(/\s+/, 2);
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value;
    case 'basic': {
      const text = Buffer.from(value, 'base64').toString('utf8');
      const colon = text.indexOf(':');
      const password = colon < 0 ? '' : text.slice(colon + 1);
      const user = colon < 0 ? text : text.slice(0, colon);
      return password === '' || password === 'x-oauth-basic' ? user : password;
    }
    default:
      return undefined;
  }
}

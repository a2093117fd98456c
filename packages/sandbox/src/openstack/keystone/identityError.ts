import { STATUS_CODES } from 'node:http';
import { ErrorRequestHandler } from 'express';
import { ServiceError } from '../http/ServiceError';

/** Keystone's form of a refusal. */
export function identityError(authUrl: string): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const known = error instanceof ServiceError;
    const code = known ? error.status : 500;
    if (code === 401) {
      res.setHeader('www-authenticate', `Keystone uri="${authUrl}"`);
    }
    res.status(code).json({
      error: {
        code,
        ...(known ? error.extra : {}),
        message: known
          ? error.message
          : 'An unexpected error prevented the server from fulfilling your request.',
        title: STATUS_CODES[code],
      },
    });
  };
}

/** Wrong password, unknown project and expired token: all the same to a stranger. */
export function unauthorized(): ServiceError {
  return new ServiceError(
    401,
    'The request you have made requires authentication.',
  );
}

export function forbidden(action: string): ServiceError {
  return new ServiceError(
    403,
    `You are not authorized to perform the requested action: ${action}.`,
  );
}

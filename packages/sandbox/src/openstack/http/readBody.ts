import express, { RequestHandler } from 'express';
import { ServiceError } from './ServiceError';

const parse = express.json({
  strict: false,
  limit: '1mb',
  // OpenStack's services read JSON whatever the request calls it.
  type: () => true,
});

/** Reads a JSON body; one that is none is refused in the service's words. */
export function readBody(whenInvalid: string): RequestHandler {
  return (req, res, next) => {
    parse(req, res, error =>
      next(error ? new ServiceError(400, whenInvalid) : undefined),
    );
  };
}

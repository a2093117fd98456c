import { randomUUID } from 'node:crypto';
import { RequestHandler } from 'express';

/** Every answer names its request, as operators ask for it. */
export const withRequestId: RequestHandler = (_req, res, next) => {
  res.setHeader('x-openstack-request-id', `req-${randomUUID()}`);
  next();
};

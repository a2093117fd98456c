import { BackstageCredentials } from '@backstage/backend-plugin-api';
import express from 'express';
import { RouterOptions } from './RouterOptions';

/** Who asks: a user, or a service in its own name. Counts the request. */
export function admit(
  { httpAuth, onRequest }: RouterOptions,
  options: { req: express.Request<any, any, any, any>; route: string },
): Promise<BackstageCredentials> {
  onRequest?.(options.route);
  return httpAuth.credentials(options.req, { allow: ['user', 'service'] });
}

import express from 'express';
import { createOpenApiRouter } from '../../schema/openapi';
import { addObjectRoutes } from './addObjectRoutes';
import { addOperationRoutes } from './addOperationRoutes';
import { addReadRoutes } from './addReadRoutes';
import { addStreamRoute } from './addStreamRoute';
import { RouterOptions } from './RouterOptions';

/** The HTTP API of the fleet, as its OpenAPI document says. */
export async function createRouter(
  options: RouterOptions,
): Promise<express.Router> {
  const router = await createOpenApiRouter();
  addReadRoutes(router, options);
  addObjectRoutes(router, options);
  addOperationRoutes(router, options);
  // What it sends is no JSON, which is all that the typed router knows.
  const untyped = router as unknown as express.Router;
  addStreamRoute(untyped, options);
  return untyped;
}

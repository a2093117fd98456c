import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { OperationRunner } from '../../operations';
import { createOpenApiRouter } from '../../schema/openapi';
import { FleetView } from '../FleetView';
import { ObjectReader } from '../objects/ObjectReader';
import { StreamTimings } from '../stream/StreamTimings';

/** What the routes serve. */
export interface RouterOptions {
  /** What each caller may see. */
  view: FleetView<BackstageCredentials>;
  objects: ObjectReader;
  operations: OperationRunner;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  now: () => Date;
  /** Ends all streams. */
  signal: AbortSignal;
  /** Told of each request, by the name of its route. */
  onRequest?(route: string): void;
  /** @defaultValue those that browsers are served with */
  streamTimings?: StreamTimings;
}

/** The router that knows the OpenAPI document. */
export type FleetRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

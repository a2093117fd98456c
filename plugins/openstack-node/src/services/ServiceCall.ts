import { OpenStackService } from '../errors';
import { CallOptions } from '../transport/CallOptions';

/** A call of a service of the catalogue. */
export interface ServiceCall extends CallOptions {
  service: OpenStackService;
  /** In the catalogue. */
  type: string;
  /** Segment of the address that the path comes after, such as `v1`. */
  version: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments, unencoded. */
  path: string[];
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

import { OpenStackService } from '../errors';
import { CallOptions } from './CallOptions';

/** One request to a service. */
export interface ServiceRequest extends CallOptions {
  service: OpenStackService;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: URL;
  headers?: Record<string, string>;
  /** Becomes JSON. */
  body?: unknown;
  /** Whether it changes nothing. Default: it is a GET. */
  harmless?: boolean;
}

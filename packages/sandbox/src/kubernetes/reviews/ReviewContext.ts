import { ApiServer } from '../http/ApiServer';
import { ResourceRequest } from '../http/ResourceRequest';

/** Something asked as an object: its spec in, its status out. */
export interface ReviewContext {
  server: ApiServer;
  request: ResourceRequest;
  spec: Record<string, unknown>;
}

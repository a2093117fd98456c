import { ListRequest } from '../operations/ListRequest';
import { WriteOptions } from '../operations/WriteOptions';
import { ApiResource } from '../registry';
import { ApiRequest } from './ApiRequest';

/** A request about objects of a kind that exists. */
export interface ResourceRequest extends ApiRequest {
  resource: ApiResource;
  verb: string;
  namespace?: string;
  /** Empty where the path names none. */
  name: string;
  subresource?: string;
}

/** What a list or watch asks for. */
export function listRequestOf(request: ResourceRequest): ListRequest {
  const { resource, namespace, url } = request;
  const query = url.searchParams;
  return {
    resource,
    namespace,
    labelSelector: query.get('labelSelector') ?? undefined,
    fieldSelector: query.get('fieldSelector') ?? undefined,
    resourceVersion: query.get('resourceVersion') ?? undefined,
    resourceVersionMatch: query.get('resourceVersionMatch') ?? undefined,
    limit: Number(query.get('limit') ?? 0),
    continueToken: query.get('continue') ?? undefined,
  };
}

/** What a write asks for. */
export function writeOptionsOf(request: ApiRequest): WriteOptions {
  const { url, user, incoming, response } = request;
  const query = url.searchParams;
  const agent = incoming.headers['user-agent'] ?? 'unknown';
  return {
    user,
    fieldManager: query.get('fieldManager') || agent.split('/')[0],
    dryRun: query.get('dryRun') === 'All',
    fieldValidation: (query.get('fieldValidation') ||
      undefined) as WriteOptions['fieldValidation'],
    warn: text =>
      response.appendHeader('warning', `299 - ${JSON.stringify(text)}`),
  };
}

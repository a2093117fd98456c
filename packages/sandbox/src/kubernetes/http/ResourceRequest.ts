import { badRequest } from '../errors';
import { ListRequest } from '../operations/ListRequest';
import { WriteOptions } from '../operations/WriteOptions';
import { ApiResource } from '../registry';
import { ApiRequest } from './ApiRequest';
import { checkWriteOptions } from './checkOptions';

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
  const limit = query.get('limit') || '0';
  if (!/^-?\d+$/.test(limit)) {
    throw badRequest(`strconv.ParseInt: parsing "${limit}": invalid syntax`);
  }
  return {
    resource,
    namespace,
    labelSelector: query.get('labelSelector') ?? undefined,
    fieldSelector: query.get('fieldSelector') ?? undefined,
    resourceVersion: query.get('resourceVersion') ?? undefined,
    resourceVersionMatch: query.get('resourceVersionMatch') ?? undefined,
    limit: Math.max(0, Number(limit)),
    continueToken: query.get('continue') ?? undefined,
  };
}

const OPTION_KINDS: Record<string, string> = {
  create: 'CreateOptions',
  patch: 'PatchOptions',
  delete: 'DeleteOptions',
  deletecollection: 'DeleteOptions',
};

/** What a write asks for. */
export function writeOptionsOf(request: ResourceRequest): WriteOptions {
  const { url, user, incoming, response, verb } = request;
  const query = url.searchParams;
  checkWriteOptions(OPTION_KINDS[verb] ?? 'UpdateOptions', query);
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

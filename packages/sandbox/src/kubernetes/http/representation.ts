import { stringify } from 'yaml';
import { StatusError } from '../errors';
import { listHead } from './listHead';
import { StoredObject } from '../types';
import { ListResult } from '../operations/listObjects';
import { toTable } from '../table/toTable';
import { ResourceRequest } from './ResourceRequest';
import { sendJson } from './respond';
import { serializeItem, serializeObject } from './serializeObject';

/** The form that a client asks for. */
export type Representation = 'json' | 'yaml' | 'table' | 'metadata';

const ACCEPTED = [
  'application/json',
  'application/yaml',
  'application/vnd.kubernetes.protobuf',
];

/** The first form in an Accept header that we can speak; 406 when there is none. */
export function representationOf(accept: string | undefined): Representation {
  for (const clause of (accept || '*/*').split(',')) {
    const [type, ...parameters] = clause.split(';').map(part => part.trim());
    const as = parameters.find(one => one.startsWith('as='))?.slice(3);
    if (type === 'application/yaml' && !as) {
      return 'yaml';
    }
    if (['application/json', 'application/*', '*/*'].includes(type)) {
      if (!as) {
        return 'json';
      }
      if (as === 'Table') {
        return 'table';
      }
      if (as.startsWith('PartialObjectMetadata')) {
        return 'metadata';
      }
    }
  }
  throw new StatusError({
    code: 406,
    reason: 'NotAcceptable',
    message: `only the following media types are accepted: ${ACCEPTED.join(
      ', ',
    )}`,
  });
}

/** Answers with one object in the form asked for. */
export function sendObject(
  request: ResourceRequest,
  object: StoredObject,
  options: { now: Date; code?: number },
): void {
  const { response, incoming, resource } = request;
  const { now, code = 200 } = options;
  switch (representationOf(incoming.headers.accept)) {
    case 'yaml':
      sendJson(response, stringify(object).trimEnd(), code, 'application/yaml');
      break;
    case 'table': {
      const { resourceVersion } = object.metadata;
      const table = toTable({
        resource,
        objects: [object],
        metadata: { resourceVersion },
        includeObject: includeObjectOf(request),
        now,
      });
      sendJson(response, table, code);
      break;
    }
    case 'metadata':
      sendJson(response, metadataOf(object), code);
      break;
    default:
      sendJson(response, serializeObject(object), code);
  }
}

/** Answers with a page of a list in the form asked for. */
export function sendObjects(
  request: ResourceRequest,
  result: ListResult,
  now: Date,
): void {
  const { response, incoming, resource } = request;
  const metadata = {
    resourceVersion: result.resourceVersion,
    continue: result.continueToken,
    remainingItemCount: result.remainingItemCount,
  };
  const { items } = result;
  switch (representationOf(incoming.headers.accept)) {
    case 'yaml':
      sendJson(
        response,
        stringify({ ...listHead(resource), metadata, items }).trimEnd(),
        200,
        'application/yaml',
      );
      break;
    case 'table':
      sendJson(
        response,
        toTable({
          resource,
          objects: items,
          metadata,
          includeObject: includeObjectOf(request),
          now,
        }),
      );
      break;
    case 'metadata':
      sendJson(response, {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: items.map(metadataOf),
      });
      break;
    default: {
      const head = JSON.stringify({ ...listHead(resource), metadata });
      const texts = items.map(
        resource.custom ? serializeObject : serializeItem,
      );
      sendJson(response, `${head.slice(0, -1)},"items":[${texts.join(',')}]}`);
    }
  }
}

export function includeObjectOf({ url }: ResourceRequest): string | undefined {
  return url.searchParams.get('includeObject') ?? undefined;
}

export function metadataOf({ metadata }: StoredObject) {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}

import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { methodNotAllowed, noSuchResource } from '../errors';
import { createObject } from '../operations/createObject';
import { decodeObject } from '../operations/decodeObject';
import { DeleteRequest, deleteObject } from '../operations/deleteObject';
import { getObject } from '../operations/getObject';
import { listObjects } from '../operations/listObjects';
import { ListRequest } from '../operations/ListRequest';
import { updateObject } from '../operations/updateObject';
import { WriteOptions } from '../operations/WriteOptions';
import { ApiResource, apiVersionOf } from '../registry';
import { ApiRequest } from './ApiRequest';
import { applyPatch } from './applyPatch';
import { parseBody, readBody } from './readBody';
import { sendJson } from './respond';
import { serializeObject } from './serializeObject';
import { serveWatch } from './serveWatch';

/** Answers a request about objects. */
export async function serveResource(
  core: ClusterCore,
  request: ApiRequest,
): Promise<void> {
  const { info, url, response, incoming } = request;
  if (info.type !== 'resource') {
    throw noSuchResource();
  }
  const { namespace, name, subresource, verb } = info;
  const resource = core.registry.find(info.group, info.version, info.resource);
  if (!resource) {
    throw noSuchResource();
  }
  const query = url.searchParams;
  const place = { resource, namespace, name: name! };
  const contentType = incoming.headers['content-type'] ?? '';

  switch (verb) {
    case 'get':
      sendJson(response, serializeObject(getObject(core, place)));
      return;
    case 'list':
      sendList(core, request, listRequest(request, resource));
      return;
    case 'watch':
      serveWatch(core, {
        request: {
          ...listRequest(request, resource),
          allowBookmarks: isTrue(query.get('allowWatchBookmarks')),
          sendInitialEvents: query.has('sendInitialEvents')
            ? isTrue(query.get('sendInitialEvents'))
            : undefined,
        },
        timeoutSeconds: Number(query.get('timeoutSeconds') ?? 0),
        response,
        signal: request.signal,
        render: serializeObject,
      });
      return;
    case 'create': {
      const body = parseBody(await readBody(incoming), contentType);
      const object = decodeObject(body, { resource, namespace });
      const options = writeOptions(request);
      sendJson(
        response,
        createObject(core, { ...options, resource, object }),
        201,
      );
      return;
    }
    case 'update': {
      const body = parseBody(await readBody(incoming), contentType);
      const object = decodeObject(body, place);
      sendJson(
        response,
        updateObject(core, {
          ...writeOptions(request),
          ...place,
          subresource,
          change: () => object,
        }),
      );
      return;
    }
    case 'patch': {
      const patch = await readBody(incoming);
      sendJson(
        response,
        updateObject(core, {
          ...writeOptions(request),
          ...place,
          subresource,
          change: live =>
            decodeObject(
              applyPatch(core, { live, text: patch, contentType, resource }),
              place,
            ),
        }),
      );
      return;
    }
    case 'delete': {
      const text = await readBody(incoming);
      const asked = (text ? parseBody(text, contentType) : {}) as DeleteRequest;
      const { outcome, object } = deleteObject(core, {
        ...place,
        request: asked,
        dryRun: writeOptions(request).dryRun,
      });
      sendJson(
        response,
        outcome === 'deleting' ? object : deletedStatus(resource, object),
      );
      return;
    }
    default:
      throw methodNotAllowed();
  }
}

function sendList(core: ClusterCore, request: ApiRequest, list: ListRequest) {
  const { resource } = list;
  const result = listObjects(core, list);
  const metadata = {
    resourceVersion: result.resourceVersion,
    continue: result.continueToken,
    remainingItemCount: result.remainingItemCount,
  };
  const items = result.items.map(serializeObject).join(',');
  sendJson(
    request.response,
    `{"kind":"${resource.listKind}","apiVersion":"${apiVersionOf(
      resource,
    )}","metadata":${JSON.stringify(metadata)},"items":[${items}]}`,
  );
}

function listRequest(request: ApiRequest, resource: ApiResource): ListRequest {
  const query = request.url.searchParams;
  return {
    resource,
    namespace:
      request.info.type === 'resource' ? request.info.namespace : undefined,
    labelSelector: query.get('labelSelector') ?? undefined,
    fieldSelector: query.get('fieldSelector') ?? undefined,
    resourceVersion: query.get('resourceVersion') ?? undefined,
    resourceVersionMatch: query.get('resourceVersionMatch') ?? undefined,
    limit: Number(query.get('limit') ?? 0),
    continueToken: query.get('continue') ?? undefined,
  };
}

function writeOptions(request: ApiRequest): WriteOptions {
  const { url, user, incoming, response } = request;
  const query = url.searchParams;
  const agent = incoming.headers['user-agent'] ?? 'unknown';
  return {
    user,
    fieldManager: query.get('fieldManager') ?? agent.split('/')[0],
    dryRun: query.get('dryRun') === 'All',
    fieldValidation: (query.get('fieldValidation') ||
      undefined) as WriteOptions['fieldValidation'],
    warn: text =>
      response.appendHeader('warning', `299 - ${JSON.stringify(text)}`),
  };
}

function deletedStatus(resource: ApiResource, object: KubernetesObject) {
  const { name, uid } = object.metadata;
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
      uid,
    },
  };
}

function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}

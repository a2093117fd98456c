import { methodNotAllowed, noSuchResource } from '../errors';
import { serveReview, isReview } from '../reviews/serveReview';
import { ApiRequest } from './ApiRequest';
import { ApiServer } from './ApiServer';
import { sendText } from './respond';
import { ResourceRequest } from './ResourceRequest';
import { serveEviction } from './subresources/serveEviction';
import { serveFinalize } from './subresources/serveFinalize';
import { serveBinding } from './subresources/serveBinding';
import { servePodLog } from './subresources/servePodLog';
import { serveScale } from './subresources/serveScale';
import { serveToken } from './subresources/serveToken';
import { serveDelete, serveDeleteCollection } from './verbs/deleteVerbs';
import { serveGet, serveList, serveWatchVerb } from './verbs/readVerbs';
import { serveCreate, servePatch, serveUpdate } from './verbs/writeVerbs';

type Handler = (
  server: ApiServer,
  request: ResourceRequest,
) => void | Promise<void>;

const VERBS: Record<string, Handler> = {
  get: serveGet,
  list: serveList,
  watch: serveWatchVerb,
  create: serveCreate,
  update: serveUpdate,
  patch: servePatch,
  delete: serveDelete,
  deletecollection: serveDeleteCollection,
};

const SUBRESOURCES: Record<string, Handler> = {
  'pods/log': servePodLog,
  'pods/eviction': serveEviction,
  'pods/binding': serveBinding,
  'serviceaccounts/token': serveToken,
  'namespaces/finalize': serveFinalize,
};

const NAMED_WRITES = ['update', 'patch'];
const COLLECTION_VERBS = ['list', 'watch', 'deletecollection'];
/** Subresources that are a part of the object itself. */
const PARTS = new Set(['status', 'approval', 'resize', 'ephemeralcontainers']);

/** Answers a request about objects. */
export async function serveResource(
  server: ApiServer,
  request: ApiRequest,
): Promise<void> {
  const { info } = request;
  if (info.type !== 'resource') {
    throw noSuchResource();
  }
  const { verb, namespace, name = '', subresource } = info;
  const { registry } = server.core;
  const resource = registry.find(info.group, info.version, info.resource);
  if (info.group && !registry.groups().some(one => one.name === info.group)) {
    sendText(request.response, '404 page not found\n', 404);
    return;
  }
  if (!resource || (namespace !== undefined && !resource.namespaced)) {
    throw noSuchResource();
  }
  const offered = subresource
    ? resource.subresources.find(sub => sub.name === subresource)
    : resource;
  if (!offered) {
    throw noSuchResource();
  }
  const isNameless = name === '' && NAMED_WRITES.includes(verb);
  const isNamedCreate = name !== '' && verb === 'create' && !subresource;
  if (
    !offered.verbs.includes(verb) ||
    isNameless ||
    isNamedCreate ||
    (resource.namespaced &&
      namespace === undefined &&
      !COLLECTION_VERBS.includes(verb))
  ) {
    throw methodNotAllowed();
  }
  const handler = handlerOf(resource.storage, verb, subresource);
  await handler(server, {
    ...request,
    resource,
    verb,
    namespace,
    name,
    subresource,
  });
}

function handlerOf(
  storage: string,
  verb: string,
  subresource: string | undefined,
): Handler {
  if (isReview(storage)) {
    return serveReview;
  }
  if (subresource === 'scale') {
    return serveScale;
  }
  const special = subresource && SUBRESOURCES[`${storage}/${subresource}`];
  if (special) {
    return special;
  }
  // Of the rest (proxy, exec, portforward ...) only what is a part of the object can be served.
  if (subresource && !PARTS.has(subresource)) {
    throw methodNotAllowed();
  }
  return VERBS[verb];
}

/** What a path and method mean, before anybody looks whether it exists. */
export type RequestInfo =
  | { type: 'path'; path: string; verb: string }
  | {
      type: 'resource';
      path: string;
      verb: string;
      group: string;
      version: string;
      resource: string;
      subresource?: string;
      namespace?: string;
      name?: string;
    };

const VERBS: Record<string, string> = {
  GET: 'get',
  HEAD: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};
// These stand below a namespace but are the namespace's own.
const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

/** Reads a request's verb, place and name as the API server does. */
export function parseRequestInfo(method: string, url: URL): RequestInfo {
  const path = url.pathname;
  const parts = path.split('/').filter(Boolean).map(decodePart);
  const isCore = parts[0] === 'api';
  const rest = parts.slice(isCore ? 2 : 3);
  if ((!isCore && parts[0] !== 'apis') || rest.length === 0) {
    return { type: 'path', path, verb: method.toLowerCase() };
  }
  const group = isCore ? '' : parts[1];
  const version = isCore ? parts[1] : parts[2];

  let namespace: string | undefined;
  let [resource, name, subresource] = rest;
  if (resource === 'namespaces') {
    namespace = name;
    if (rest.length > 2 && !NAMESPACE_SUBRESOURCES.includes(rest[2])) {
      [resource, name, subresource] = rest.slice(2);
    }
  }
  if (group === '' && resource === 'namespaces') {
    namespace = undefined;
  }

  let verb = VERBS[method] ?? '';
  if (name === undefined) {
    if (verb === 'get') {
      verb = isWatch(url) ? 'watch' : 'list';
    } else if (verb === 'delete') {
      verb = 'deletecollection';
    }
    const selected = /^metadata\.name=([^,!=]+)$/.exec(
      url.searchParams.get('fieldSelector') ?? '',
    );
    if (selected) {
      name = selected[1];
    }
  } else if (verb === 'get' && !subresource && isWatch(url)) {
    verb = 'watch';
  }
  return {
    type: 'resource',
    path,
    verb,
    group,
    version,
    resource,
    subresource,
    namespace,
    name,
  };
}

function isWatch(url: URL): boolean {
  return ['true', '1'].includes(url.searchParams.get('watch') ?? '');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

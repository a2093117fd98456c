import { invalid, StatusError } from '../../errors';
import { applyObject } from '../../operations/applyObject';
import { createObject } from '../../operations/createObject';
import { decodeObject } from '../../operations/decodeObject';
import { updateObject } from '../../operations/updateObject';
import { ApiServer } from '../ApiServer';
import { applyPatch } from '../applyPatch';
import { mediaType, parseBody, readBody } from '../readBody';
import { sendObject } from '../representation';
import { ResourceRequest, writeOptionsOf } from '../ResourceRequest';

export async function serveCreate(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, resource } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType, resource.kind);
  const object = decodeObject(body, { ...request, name: undefined });
  const created = createObject(core, {
    ...writeOptionsOf(request),
    resource,
    object,
  });
  sendObject(request, created, { now: core.now(), code: 201 });
}

export async function serveUpdate(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, resource, name, namespace, subresource } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType, resource.kind);
  const object = decodeObject(body, request);
  const updated = updateObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    subresource,
    change: () => object,
  });
  sendObject(request, updated, { now: core.now() });
}

export async function servePatch(
  server: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { core } = server;
  const { incoming, resource, name, namespace, subresource } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const patch = await readBody(incoming);
  if (mediaType(contentType) === 'application/apply-patch+yaml') {
    serveApply(server, request, parseBody(patch, contentType));
    return;
  }
  const updated = updateObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    subresource,
    isPatched: !mediaType(contentType).startsWith('application/strategic'),
    change: live =>
      decodeObject(
        applyPatch(core, {
          live,
          text: patch.toString(),
          contentType,
          resource,
        }),
        request,
      ),
  });
  sendObject(request, updated, { now: core.now() });
}

function serveApply(
  { core }: ApiServer,
  request: ResourceRequest,
  body: unknown,
): void {
  const query = request.url.searchParams;
  if (!query.get('fieldManager')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: is required for apply patch',
        field: 'fieldManager',
      },
    ]);
  }
  const { apiVersion = '/', kind = '' } = (body ?? {}) as {
    apiVersion?: string;
    kind?: string;
  };
  if (apiVersion === '/' || kind === '') {
    throw new StatusError({
      code: 400,
      reason: 'BadRequest',
      message: `invalid object type: ${apiVersion}, Kind=${kind}`,
    });
  }
  const { resource, name, namespace, subresource } = request;
  const { created, object } = applyObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    subresource,
    applied: decodeObject(body, request),
    force: ['true', '1'].includes(query.get('force') ?? ''),
  });
  sendObject(request, object, { now: core.now(), code: created ? 201 : 200 });
}

import { createObject } from '../../operations/createObject';
import { decodeObject } from '../../operations/decodeObject';
import { updateObject } from '../../operations/updateObject';
import { ApiServer } from '../ApiServer';
import { applyPatch } from '../applyPatch';
import { parseBody, readBody } from '../readBody';
import { sendObject } from '../representation';
import { ResourceRequest, writeOptionsOf } from '../ResourceRequest';

export async function serveCreate(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, resource } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType);
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
  const body = parseBody(await readBody(incoming), contentType);
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
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, resource, name, namespace, subresource } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const text = await readBody(incoming);
  const updated = updateObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    subresource,
    change: live =>
      decodeObject(
        applyPatch(core, { live, text, contentType, resource }),
        request,
      ),
  });
  sendObject(request, updated, { now: core.now() });
}

import { decodeObject } from '../../operations/decodeObject';
import { updateObject } from '../../operations/updateObject';
import { ApiServer } from '../ApiServer';
import { parseBody, readBody } from '../readBody';
import { sendObject } from '../representation';
import { ResourceRequest, writeOptionsOf } from '../ResourceRequest';

/** Changes the finalizers in a namespace's spec: how a stuck one is let go by hand. */
export async function serveFinalize(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, resource, name, namespace } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType);
  const object = decodeObject(body, request);
  const updated = updateObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    subresource: 'finalize',
    change: () => object,
  });
  sendObject(request, updated, { now: core.now() });
}

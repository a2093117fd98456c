import { DeleteRequest, deleteObject } from '../../operations/deleteObject';
import { ApiServer } from '../ApiServer';
import { parseBody, readBody } from '../readBody';
import { ResourceRequest, writeOptionsOf } from '../ResourceRequest';
import { sendJson } from '../respond';

/** Deletes a pod as `kubectl drain` asks for it; disruption budgets are not looked at. */
export async function serveEviction(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, response, resource, name, namespace } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType) as {
    deleteOptions?: DeleteRequest;
  };
  deleteObject(core, {
    resource,
    name,
    namespace,
    request: body.deleteOptions,
    dryRun: writeOptionsOf(request).dryRun,
  });
  sendJson(
    response,
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      code: 201,
    },
    201,
  );
}

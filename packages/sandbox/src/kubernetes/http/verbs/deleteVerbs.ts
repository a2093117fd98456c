import { DeleteRequest, deleteObject } from '../../operations/deleteObject';
import { listObjects } from '../../operations/listObjects';
import { StoredObject } from '../../types';
import { ApiServer } from '../ApiServer';
import { checkDeleteRequest } from '../checkOptions';
import { parseBody, readBody } from '../readBody';
import { sendObject, sendObjects } from '../representation';
import {
  listRequestOf,
  ResourceRequest,
  writeOptionsOf,
} from '../ResourceRequest';
import { sendJson } from '../respond';

/** Of these the deleted object is answered, of others a Status. */
const ANSWERED_WITH_OBJECT = new Set([
  'pods',
  'services',
  'serviceaccounts',
  'persistentvolumes',
  'persistentvolumeclaims',
  'podtemplates',
  'resourcequotas',
]);

export async function serveDelete(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { resource, name, namespace, response } = request;
  const asked = await deleteRequestOf(request);
  const { outcome, object } = deleteObject(core, {
    resource,
    name,
    namespace,
    request: asked,
    dryRun: isDryRun(request, asked),
  });
  if (outcome === 'deleting' || ANSWERED_WITH_OBJECT.has(resource.storage)) {
    sendObject(request, object, { now: core.now() });
  } else {
    sendJson(response, deletedStatus(request, object));
  }
}

export async function serveDeleteCollection(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { resource } = request;
  const asked = await deleteRequestOf(request);
  const result = listObjects(core, listRequestOf(request));
  const dryRun = isDryRun(request, asked);
  for (const { metadata } of result.items) {
    const { name, namespace } = metadata;
    deleteObject(core, { resource, name, namespace, request: asked, dryRun });
  }
  sendObjects(request, result, core.now());
}

async function deleteRequestOf(
  request: ResourceRequest,
): Promise<DeleteRequest> {
  const { incoming, url } = request;
  const body = await readBody(incoming);
  const query = url.searchParams;
  const seconds = query.get('gracePeriodSeconds');
  const policy = query.get('propagationPolicy');
  const asked: DeleteRequest = {
    ...(seconds && { gracePeriodSeconds: Number(seconds) }),
    ...(policy && {
      propagationPolicy: policy as DeleteRequest['propagationPolicy'],
    }),
    ...((body.length > 0
      ? parseBody(body, incoming.headers['content-type'] ?? '')
      : undefined) as DeleteRequest | undefined),
  };
  checkDeleteRequest(asked);
  return asked;
}

function isDryRun(request: ResourceRequest, { dryRun }: DeleteRequest) {
  return writeOptionsOf(request).dryRun || dryRun?.includes('All');
}

function deletedStatus(
  { resource }: ResourceRequest,
  { metadata }: StoredObject,
) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: metadata.name,
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
      uid: metadata.uid,
    },
  };
}

import { badRequest } from '../../errors';
import { getObject } from '../../operations/getObject';
import { listObjects } from '../../operations/listObjects';
import { toTable } from '../../table/toTable';
import { StoredObject } from '../../types';
import { ApiServer } from '../ApiServer';
import { checkListRequest } from '../checkOptions';
import {
  includeObjectOf,
  metadataOf,
  representationOf,
  sendObject,
  sendObjects,
} from '../representation';
import { listRequestOf, ResourceRequest } from '../ResourceRequest';
import { serializeObject } from '../serializeObject';
import { serveWatch } from '../serveWatch';

export function serveGet({ core }: ApiServer, request: ResourceRequest): void {
  sendObject(request, getObject(core, request), { now: core.now() });
}

export function serveList({ core }: ApiServer, request: ResourceRequest): void {
  const list = listRequestOf(request);
  checkListRequest(list);
  sendObjects(request, listObjects(core, list), core.now());
}

export function serveWatchVerb(
  { core }: ApiServer,
  request: ResourceRequest,
): void {
  const { url, response, signal, name } = request;
  const query = url.searchParams;
  const timeoutSeconds = Number(query.get('timeoutSeconds') || 0);
  if (Number.isNaN(timeoutSeconds)) {
    throw badRequest(
      `strconv.ParseInt: parsing "${query.get(
        'timeoutSeconds',
      )}": invalid syntax`,
    );
  }
  const list = listRequestOf(request);
  const sendInitialEvents = query.has('sendInitialEvents')
    ? isTrue(query.get('sendInitialEvents'))
    : undefined;
  checkListRequest(list, sendInitialEvents);
  serveWatch(core, {
    request: {
      ...list,
      fieldSelector: list.fieldSelector ?? (name && `metadata.name=${name}`),
      allowBookmarks: isTrue(query.get('allowWatchBookmarks')),
      sendInitialEvents,
    },
    timeoutSeconds,
    response,
    signal,
    render: rendererOf(request, core.now),
  });
}

function rendererOf(
  request: ResourceRequest,
  now: () => Date,
): (object: StoredObject) => string {
  const { resource, incoming } = request;
  switch (representationOf(incoming.headers.accept)) {
    case 'table': {
      let withoutColumns = false;
      return object => {
        const { resourceVersion } = object.metadata;
        const table = toTable({
          resource,
          objects: [object],
          metadata: { resourceVersion },
          includeObject: includeObjectOf(request),
          withoutColumns,
          now: now(),
        });
        withoutColumns = true;
        return JSON.stringify(table);
      };
    }
    case 'metadata':
      return object => JSON.stringify(metadataOf(object));
    default:
      return serializeObject;
  }
}

function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}

import { conflict } from '../../errors';
import { updateObject } from '../../operations/updateObject';
import { timestamp } from '../../operations/timestamp';
import { ApiServer } from '../ApiServer';
import { parseBody, readBody } from '../readBody';
import { ResourceRequest, writeOptionsOf } from '../ResourceRequest';
import { sendJson } from '../respond';

/** Puts a pod on a node, as the scheduler does. */
export async function serveBinding(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, response, resource, name, namespace } = request;
  const contentType = incoming.headers['content-type'] ?? '';
  const body = parseBody(await readBody(incoming), contentType) as {
    target?: { name?: string };
  };
  updateObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    subresource: 'binding',
    change: live => {
      const spec = live.spec as { nodeName?: string };
      if (spec.nodeName) {
        throw conflict(
          resource,
          name,
          `pod ${name} is already assigned to node "${spec.nodeName}"`,
        );
      }
      const status = live.status as { conditions?: { type: string }[] };
      const scheduled = {
        type: 'PodScheduled',
        status: 'True',
        lastProbeTime: null,
        lastTransitionTime: timestamp(core.now()),
      };
      return {
        ...live,
        spec: { ...spec, nodeName: body.target?.name },
        status: {
          ...status,
          conditions: [
            ...(status?.conditions ?? []).filter(
              one => one.type !== 'PodScheduled',
            ),
            scheduled,
          ],
        },
      };
    },
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

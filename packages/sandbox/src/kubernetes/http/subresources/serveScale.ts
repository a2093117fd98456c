import { KubernetesObject } from '../../../client/types';
import { invalid } from '../../errors';
import { getObject } from '../../operations/getObject';
import { updateObject } from '../../operations/updateObject';
import { formatSelector } from '../../table/commonColumns';
import { readPath } from '../../table/readPath';
import { StoredObject } from '../../types';
import { ApiServer } from '../ApiServer';
import { applyPatch } from '../applyPatch';
import { parseBody, readBody } from '../readBody';
import { ResourceRequest, writeOptionsOf } from '../ResourceRequest';
import { sendJson } from '../respond';

interface Scale extends KubernetesObject {
  spec: { replicas?: number };
  status: { replicas: number; selector?: string };
}

interface ScalePaths {
  specReplicasPath: string;
  statusReplicasPath: string;
  labelSelectorPath?: string;
}

const BUILT_IN: ScalePaths = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
};

/** Reads and changes the number of replicas without knowing the kind. */
export async function serveScale(
  { core }: ApiServer,
  request: ResourceRequest,
): Promise<void> {
  const { incoming, response, resource, name, namespace, verb } = request;
  const paths = resource.custom?.scale ?? BUILT_IN;
  const scaleResource = core.registry.find('autoscaling', 'v1', 'scales');
  if (verb === 'get') {
    sendJson(response, scaleOf(getObject(core, request), paths));
    return;
  }
  const contentType = incoming.headers['content-type'] ?? '';
  const body = await readBody(incoming);
  const updated = updateObject(core, {
    ...writeOptionsOf(request),
    resource,
    name,
    namespace,
    change: live => {
      const scale =
        verb === 'patch'
          ? applyPatch(core, {
              live: scaleOf(live, paths),
              text: body.toString(),
              contentType,
              resource: scaleResource ?? resource,
            })
          : parseBody(body, contentType);
      const { spec, metadata } = scale as Scale;
      const replicas = spec?.replicas ?? 0;
      if (!Number.isInteger(replicas) || replicas < 0) {
        throw invalid({ group: 'autoscaling', kind: 'Scale' }, name, [
          {
            reason: 'FieldValueInvalid',
            message: `Invalid value: ${replicas}: must be greater than or equal to 0`,
            field: 'spec.replicas',
          },
        ]);
      }
      const changed = withValue(live, paths.specReplicasPath, replicas);
      const { resourceVersion } = metadata ?? {};
      return {
        ...changed,
        metadata: {
          ...changed.metadata,
          ...(resourceVersion && { resourceVersion }),
        },
      };
    },
  });
  sendJson(response, scaleOf(updated, paths));
}

function scaleOf(object: StoredObject, paths: ScalePaths): Scale {
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const read = (path: string) => readPath(object, path.replace(/^\./, ''));
  const selector = paths.labelSelectorPath
    ? (read(paths.labelSelectorPath) as string)
    : formatSelector(read('.spec.selector'));
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    // Go leaves out a zero here.
    spec: {
      replicas: (read(paths.specReplicasPath) as number) || undefined,
    },
    status: {
      replicas: (read(paths.statusReplicasPath) as number) ?? 0,
      ...(selector && selector !== '<none>' && { selector }),
    },
  };
}

function withValue(
  object: StoredObject,
  path: string,
  value: number,
): KubernetesObject {
  const copy = structuredClone(object) as KubernetesObject;
  const steps = path.replace(/^\./, '').split('.');
  let current = copy as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) {
    current[step] ??= {};
    current = current[step] as Record<string, unknown>;
  }
  current[steps.at(-1)!] = value;
  return copy;
}

import { Json, KubernetesObject } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
import { isJsonObject } from '../schema/isJsonObject';
import { FieldSet } from './FieldSet';
import { toFieldSet } from './toFieldSet';

const ANNOTATION = 'kubectl.kubernetes.io/last-applied-configuration';

/** The fields that the last client-side apply set. */
export function fieldsInLastApplied(
  live: KubernetesObject,
  node: SchemaNode,
): FieldSet {
  const text = live.metadata.annotations?.[ANNOTATION];
  if (!text) {
    return FieldSet.empty;
  }
  try {
    return toFieldSet(JSON.parse(text) as Json, node).withNamedParents();
  } catch {
    return FieldSet.empty;
  }
}

/** Keeps the annotation of client-side apply true while kubectl applies on the server. */
export function refreshLastApplied(options: {
  object: KubernetesObject;
  applied: KubernetesObject;
  manager: string;
}): KubernetesObject {
  const { object, applied, manager } = options;
  const { annotations } = object.metadata;
  if (manager !== 'kubectl' || !annotations?.[ANNOTATION]) {
    return object;
  }
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...annotations,
        [ANNOTATION]: `${JSON.stringify(sorted(asJson(applied)))}\n`,
      },
    },
  };
}

/** With the keys of objects in order, as Go writes them. */
function sorted(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    return value.map(item => sorted(item) ?? null);
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map(key => [key, sorted(value[key])]));
}

function asJson(object: object): Json {
  return object as Json;
}

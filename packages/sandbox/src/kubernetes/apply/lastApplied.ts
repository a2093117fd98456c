import { Json, KubernetesObject } from '../../client/types';
import { SchemaNode } from '../schema/SchemaNode';
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
        [ANNOTATION]: `${JSON.stringify(applied)}\n`,
      },
    },
  };
}

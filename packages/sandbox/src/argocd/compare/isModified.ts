import { KubernetesObject } from '../../client';
import { LAST_APPLIED_ANNOTATION } from '../constants';
import { IgnoreDifference } from '../types';
import { groupOf } from '../clusters/objectKey';
import { predictLive } from './predictLive';
import { removePointer } from './removePointer';
import { sameJson } from './sameJson';

/** Whether applying the target would change the live object. */
export function isModified(
  target: KubernetesObject,
  live: KubernetesObject,
  ignored: IgnoreDifference[] = [],
): boolean {
  const pointers = ignored
    .filter(rule => concerns(rule, live))
    .flatMap(rule => rule.jsonPointers ?? []);
  const clean = (object: KubernetesObject) => {
    const { [LAST_APPLIED_ANNOTATION]: applied, ...annotations } =
      object.metadata.annotations ?? {};
    const copy = { ...object, metadata: { ...object.metadata, annotations } };
    return pointers.reduce(removePointer, copy as unknown);
  };
  return !sameJson(clean(predictLive(target, live)), clean(live));
}

function concerns(rule: IgnoreDifference, object: KubernetesObject): boolean {
  return (
    (rule.group === undefined ||
      rule.group === '*' ||
      rule.group === groupOf(object)) &&
    (rule.kind === '*' || rule.kind === object.kind) &&
    (!rule.name || rule.name === object.metadata.name) &&
    (!rule.namespace || rule.namespace === object.metadata.namespace)
  );
}

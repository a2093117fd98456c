import { KubernetesObject } from '../../client';
import { groupOf, objectKey } from '../clusters/objectKey';
import { Application } from '../types';
import { isModified } from './isModified';
import { isOwnMark } from './tracking';

/** One object as it should be, as it is, or both. */
export interface ManagedObject {
  key: string;
  target?: KubernetesObject;
  live?: KubernetesObject;
  /** Not there, different, or to be pruned. */
  outOfSync: boolean;
}

/** Brings what is wanted and what is there together, in the order of the status. */
export function pairObjects(
  desired: KubernetesObject[],
  live: Map<string, KubernetesObject>,
  application: Application,
): ManagedObject[] {
  const { name } = application.metadata;
  const { ignoreDifferences } = application.spec;
  const wanted = desired.map(target => {
    const key = objectKey(target);
    const current = live.get(key);
    const outOfSync =
      !current || isModified(target, current, ignoreDifferences);
    return { key, target, live: current, outOfSync };
  });
  const keys = new Set(wanted.map(({ key }) => key));
  const extra = [...live]
    .filter(([key, object]) => !keys.has(key) && isOwnMark(name, object))
    .map(([key, object]) => ({ key, live: object, outOfSync: true }));
  return [...wanted, ...extra].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ target, live }: ManagedObject): string {
  const object = (target ?? live)!;
  const { namespace = '', name } = object.metadata;
  return [groupOf(object), object.kind, namespace, name].join('\0');
}

import { KubernetesObject } from '../../client';
import { groupOf } from '../clusters/objectKey';
import { TRACKING_ANNOTATION } from '../constants';

/** The mark of an object that an Application manages. */
export function trackingId(
  application: string,
  object: KubernetesObject,
): string {
  const { namespace = '', name } = object.metadata;
  return `${application}:${groupOf(object)}/${
    object.kind
  }:${namespace}/${name}`;
}

/** The Application whose mark an object carries. */
export function trackedApplication(
  object: KubernetesObject,
): string | undefined {
  return object.metadata.annotations?.[TRACKING_ANNOTATION]?.split(':')[0];
}

/** Whether the mark was made for this object, not copied from another one. */
export function isOwnMark(
  application: string,
  live: KubernetesObject | undefined,
): boolean {
  const mark = live?.metadata.annotations?.[TRACKING_ANNOTATION];
  return (
    mark === undefined ||
    trackedApplication(live!) !== application ||
    mark === trackingId(application, live!)
  );
}

import { groupOf, versionOf } from '../clusters/objectKey';
import { COMPARE_OPTIONS_ANNOTATION } from '../constants';
import { isHook, isSkipped, syncWaveOf } from '../sync/hooks';
import { ResourceStatus } from '../types';
import type { ManagedObject } from './pairObjects';
import { isOwnMark } from './tracking';

/** The line of `status.resources` about one object. */
export function summariseObject(
  object: ManagedObject,
  application: string,
): ResourceStatus {
  const { target, live, outOfSync } = object;
  const subject = (live ?? target)!;
  const { namespace, name } = subject.metadata;
  const group = groupOf(subject);
  const hook = isHook(subject);
  const wave = target ? syncWaveOf(target) : 0;
  const counted = !hook && !isSkipped(subject) && isOwnMark(application, live);
  return {
    ...(group ? { group } : {}),
    version: versionOf(subject),
    kind: subject.kind,
    ...(namespace ? { namespace } : {}),
    name,
    ...(counted ? { status: outOfSync ? 'OutOfSync' : 'Synced' } : {}),
    ...(hook ? { hook } : {}),
    ...(target ? {} : { requiresPruning: true }),
    ...(wave ? { syncWave: wave } : {}),
  };
}

/** Whether an object that is out of sync makes its Application so. */
export function countsAsOutOfSync({ target, live }: ManagedObject): boolean {
  return !(
    !target &&
    live!.metadata.annotations?.[COMPARE_OPTIONS_ANNOTATION]?.includes(
      'IgnoreExtraneous',
    )
  );
}

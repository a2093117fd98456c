import type { ManagedObject } from '../compare/pairObjects';
import { isHook, isSkipped } from '../sync/hooks';
import { HealthCode } from '../types';
import { resourceHealth } from './resourceHealth';
import { worstHealth } from './worstHealth';

/** The worst health among the objects; Missing only when all are missing. */
export function applicationHealth(managed: ManagedObject[]): HealthCode {
  const counted = managed.filter(
    ({ target, live }) =>
      !(target && isSkipped(target)) && !(live && isHook(live)),
  );
  if (counted.length > 0 && counted.every(({ live }) => !live)) {
    return 'Missing';
  }
  return worstHealth(
    counted.flatMap(({ live }) => {
      const health = live && resourceHealth(live);
      return health ? [health.status] : [];
    }),
  );
}

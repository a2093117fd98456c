import { Application } from '../types';
import { ApplicationContext } from './ApplicationContext';
import { deleteApplication } from './deleteApplication';
import { refreshApplication } from './refreshApplication';
import { runOperation } from './runOperation';

/** Brings one Application forward; milliseconds until it wants to be asked again. */
export async function reconcileApplication(
  application: Application,
  context: ApplicationContext,
): Promise<number | undefined> {
  if (application.metadata.deletionTimestamp) {
    await deleteApplication(application, context);
    return undefined;
  }
  let current = application;
  const waits: number[] = [];
  // An automated sync follows the comparison that asks for it at once.
  for (let round = 0; round < 2; round++) {
    if (current.operation) {
      const operated = await runOperation(current, context);
      current = operated.application;
      waits.push(operated.againMs ?? Infinity);
    }
    const refreshed = await refreshApplication(current, context);
    current = refreshed.application;
    waits.push(refreshed.againMs ?? Infinity);
    if (!current.operation) {
      break;
    }
  }
  const soonest = Math.min(...waits);
  return Number.isFinite(soonest) ? Math.max(soonest, 1) : undefined;
}

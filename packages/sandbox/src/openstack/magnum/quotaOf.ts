import { MagnumStore } from './store/MagnumStore';

/** For a project without a row of its own. */
export const DEFAULT_QUOTA = 20;

/** How many clusters a project may have. */
export function quotaOf({ quotas }: MagnumStore, projectId: string): number {
  const row = quotas.find(quota => quota.projectId === projectId);
  return row?.hardLimit ?? DEFAULT_QUOTA;
}

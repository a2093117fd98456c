import { Usage } from '../things';

/** A limit below zero means that there is none. */
export function toUsage(
  used: number | undefined,
  limit: number | undefined,
): Usage {
  return {
    used: Math.max(0, used ?? 0),
    ...(limit !== undefined && limit >= 0 && { limit }),
  };
}
